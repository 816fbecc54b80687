import { Cell, FieldGrid, SelectField, SourceLink, TextArea, TextField } from '../../../ui/index.ts'
import type { FactShape } from '../contract.ts'
import type { FactKind } from '../fact-values.ts'
import { FactClash } from './fact-clash.tsx'
import { FactDoubt } from './fact-doubt.tsx'
import { type Typed, typedOf } from './fact-form.ts'
import { FORMS, type MemberForm } from './fact-forms.ts'
import { useFactReview } from './fact-review.ts'
import { doubtWords } from './fact-words.ts'
import classes from './facts.module.css'
import { boxId } from './focus-fact.ts'
import { useFactEntry } from './use-fact-desk.ts'

export type FactBoxesProps = {
  /** The fact's id; of one that is being added, the id it was begun with. */
  factId: string
  kind: FactKind
  fact: FactShape | undefined
  /** The number of its place stands beside the first box. */
  numbered?: boolean
  /** Said under the first box when nothing stands there. */
  help?: string
  /** What is typed goes here instead, for a fact that does not exist yet. */
  onType?: (member: string, text: string) => void
  /** No grid of its own: the boxes are cells of the grid around. */
  bare?: boolean
}

/** The boxes of one fact: what is typed saves by itself; doubt, error and clash stand where they belong. */
export function FactBoxes({ factId, kind, fact, numbered, help, onType, bare }: FactBoxesProps) {
  const review = useFactReview()
  const entry = useFactEntry(review.desk, factId)
  const typed: Typed = entry?.typed ?? (fact ? typedOf(kind, fact.value) : {})
  const number = review.numberOf(factId)
  const doubt = fact && entry === undefined ? doubtWords(fact) : undefined
  const locked = !review.editable || entry?.status === 'clash'
  const members = FORMS[kind]
  const cells = (
    <>
      {members.map((member, index) => (
        <Cell key={member.name} span={member.span}>
          <Box
            id={boxId(factId, member.name)}
            member={member}
            value={typed[member.name] ?? ''}
            readOnly={locked}
            error={entry?.problems.find((problem) => problem.member === member.name)?.text}
            doubt={index === 0 ? doubt : undefined}
            help={index === 0 && help !== undefined && !hasWords(typed) ? help : member.help}
            source={
              index === 0 && numbered && number !== undefined ? (
                <SourceLink
                  number={number}
                  what={member.label}
                  doubtful={doubt !== undefined}
                  onClick={() => review.showPlace(factId)}
                />
              ) : undefined
            }
            onType={(text) => (onType ? onType(member.name, text) : review.desk.type(factId, member.name, text))}
            onLeave={() => void review.desk.save(factId)}
            onLook={() => review.look(factId)}
          />
          {index === 0 && numbered && fact && doubt !== undefined && review.editable && (
            <div className={classes.confirm}>
              <FactDoubt fact={fact} />
            </div>
          )}
        </Cell>
      ))}
      {(entry?.status === 'clash' || entry?.status === 'refused') && (
        <Cell span={12}>
          <FactClash factId={factId} kind={kind} entry={entry} />
        </Cell>
      )}
    </>
  )
  return bare ? cells : <FieldGrid>{cells}</FieldGrid>
}

function hasWords(typed: Typed): boolean {
  return Object.values(typed).some((text) => text.trim() !== '')
}

type BoxProps = {
  id: string
  member: MemberForm
  value: string
  readOnly: boolean
  error: string | undefined
  doubt: string | undefined
  help: string | undefined
  source: React.ReactNode
  onType: (text: string) => void
  onLeave: () => void
  onLook: () => void
}

function Box({ id, member, value, readOnly, onType, onLeave, onLook, ...common }: BoxProps) {
  const said = { id, label: member.label, value, onChange: onType, ...common }
  const held = { readOnly, onBlur: onLeave, onFocus: onLook }
  switch (member.kind) {
    case 'choice': {
      const options = member.options ?? []
      const listed = options.some((option) => option.value === value)
      if (readOnly) {
        return (
          <TextField {...said} {...held} value={options.find((option) => option.value === value)?.label ?? value} />
        )
      }
      return (
        // leaving the list bubbles up to its wrapper
        // biome-ignore lint/a11y/noStaticElementInteractions: hears its list being left, nothing of its own
        <div onBlur={onLeave} onFocus={onLook}>
          <SelectField {...said} options={listed ? options : [...options, { value, label: value }]} />
        </div>
      )
    }
    case 'area':
      return <TextArea {...said} {...held} rows={value.length > 90 ? 3 : 2} maxLength={member.max} />
    case 'date':
      return <TextField {...said} {...held} placeholder={readOnly ? undefined : 'dd/mm/yyyy'} maxLength={20} />
    case 'number':
      return <TextField {...said} {...held} inputMode="decimal" maxLength={18} />
    case 'line':
      return <TextField {...said} {...held} maxLength={member.max} />
  }
}
