import { type ReactNode, useMemo, useState } from 'react'
import { MarkedPaper, Panel, PanelBody, SourceLink, showMark, TwoColumns } from '../../../ui/index.ts'
import type { FactShape } from '../contract.ts'
import { FACT_NAMES } from '../domain/fact-words.ts'
import classes from './document-view.module.css'
import { marksOf } from './fact-marks.ts'
import { FACT_ORDER } from './fact-order.ts'
import { rowWords } from './fact-words.ts'

/** A paper for reading: its text, what was read from it beside it, each leading to the other. */
export function DocumentView({
  text,
  facts,
  beside,
}: {
  text: string
  facts: readonly FactShape[]
  /** Above the facts: files, consents. */
  beside?: ReactNode
}) {
  const [active, setActive] = useState<string>()
  const standing = useMemo(() => facts.filter((fact) => fact.state !== 'removed'), [facts])
  const { marks, placeOf, factsAt } = useMemo(() => {
    const found = marksOf(standing, text.length)
    // what was doubtful has been looked at by whoever launched it
    return { ...found, marks: found.marks.map((mark) => ({ ...mark, doubtful: false })) }
  }, [standing, text.length])
  const groups = FACT_ORDER.flatMap((kind) => {
    const own = standing.filter((fact) => fact.kind === kind)
    return own.length === 0 ? [] : [{ kind, own }]
  })
  const fromPaper = (markId: string) => {
    setActive(markId)
    const factId = factsAt.get(markId)?.[0]
    if (factId) document.getElementById(rowId(factId))?.scrollIntoView({ block: 'center' })
  }
  return (
    <TwoColumns
      asideLabel="Tệp và dữ kiện của văn bản"
      aside={
        <>
          {beside}
          <div className={classes.follows}>
            <Panel flush title="Dữ kiện của văn bản" count={standing.length}>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scroll region must be reachable by keyboard */}
              <section className={classes.scroll} aria-label="Danh sách dữ kiện" tabIndex={0}>
                {groups.map(({ kind, own }, index) => (
                  <PanelBody key={kind} line={index > 0}>
                    <h3 className={classes.kind}>{capital(FACT_NAMES[kind])}</h3>
                    <ul className={classes.facts}>
                      {own.map((fact) => {
                        const place = placeOf.get(fact.id)
                        const { title } = rowWords(kind, fact.value)
                        return (
                          <li
                            key={fact.id}
                            id={rowId(fact.id)}
                            data-active={(place !== undefined && place.markId === active) || undefined}
                          >
                            <span>{title}</span>
                            {place && (
                              <SourceLink
                                number={place.number}
                                what={FACT_NAMES[kind]}
                                onClick={() => {
                                  setActive(place.markId)
                                  showMark(place.markId)
                                }}
                              />
                            )}
                          </li>
                        )
                      })}
                    </ul>
                  </PanelBody>
                ))}
              </section>
            </Panel>
          </div>
        </>
      }
    >
      <Panel label="Toàn văn">
        {text === '' ? (
          <p>Văn bản này được nhập tay, chưa có toàn văn. Mở tệp ở bên cạnh để đọc.</p>
        ) : (
          <MarkedPaper label="Toàn văn" text={text} marks={marks} active={active} onMark={fromPaper} />
        )}
      </Panel>
    </TwoColumns>
  )
}

function rowId(factId: string): string {
  return `du-kien-${factId}`
}

function capital(words: string): string {
  return words.slice(0, 1).toLocaleUpperCase('vi') + words.slice(1)
}
