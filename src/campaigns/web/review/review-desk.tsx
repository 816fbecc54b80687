import { useMemo, useState } from 'react'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import type { FactKind } from '../../../mechanisms/documents/fact-values.ts'
import {
  createLooking,
  type FactReview,
  FactReviewContext,
  focusFact,
  isDoubtful,
  type Marks,
  marksOf,
  ReviewedPaper,
  type Stretch,
  useFactDesk,
} from '../../../mechanisms/documents/web/index.ts'
import {
  Button,
  ButtonLink,
  markElementId,
  SplitView,
  useAddressParams,
  useNarrow,
  useNotices,
} from '../../../ui/index.ts'
import { CounterWords } from './counter-words.tsx'
import { FactGroups } from './fact-groups.tsx'
import { PhoneSwitch } from './phone-switch.tsx'
import { ReviewFoot } from './review-foot.tsx'
import { KINDS_FROM_TEXT, nextToLookAt, type Step } from './review-words.ts'
import { SendingStep } from './sending-step.tsx'
import { StageNote } from './stage-note.tsx'
import { StepTabs } from './step-tabs.tsx'
import { type Review, useReviewCache } from './use-review.ts'

/** The whole review of one campaign: both sides, both parts, and what is said below. */
export function ReviewDesk({ review, owner }: { review: Review; owner: string }) {
  const { campaign, document: paper, facts } = review
  const cache = useReviewCache(campaign.id, owner)
  const tell = useNotices()
  const narrow = useNarrow()
  const [params, changeParams] = useAddressParams()
  const step: Step = params.get('buoc') === 'gui-den' ? 'gui-den' : 'du-kien'
  const [side, setSide] = useState<'left' | 'right'>('right')
  // opened for one standing consent: the next one is protected anew
  const standing = review.consents.at(-1)?.id
  const [unlockedFor, setUnlockedFor] = useState<string>()
  const unlocked = unlockedFor !== undefined && unlockedFor === standing

  const desk = useFactDesk({
    documentId: paper.id,
    owner,
    facts,
    onSaved: (fact: FactShape, consentVoided: boolean) => {
      cache.putFact(fact)
      cache.refetchSoon()
      if (consentVoided)
        tell({ text: 'Ý kiến đồng ý trước đây hết hiệu lực vì dữ kiện đã đổi. Trình lại để có ý kiến mới' })
    },
    onBehind: cache.refetchSoon,
    tell: (text) => tell({ text, tone: 'wrong' }),
  })
  const marks = useMarks(facts, paper.text.length)
  const mayReview = campaign.actions.review?.whyNot === null
  const editable = mayReview && (campaign.state === 'draft' || campaign.state === 'returned' || unlocked)

  const [looking] = useState(createLooking)
  const factReview = useMemo((): FactReview => {
    const showPlace = (factId: string) => {
      looking.setActive(factId)
      const place = marks.placeOf.get(factId)
      if (place === undefined) return
      if (narrow) setSide('left')
      requestAnimationFrame(() =>
        document.getElementById(markElementId(place.markId))?.scrollIntoView({ block: 'center' }),
      )
    }
    const look = (factId: string) => {
      if (looking.active() === factId) return
      if (narrow) looking.setActive(factId)
      else showPlace(factId)
    }
    return { desk, looking, editable, numberOf: (id) => marks.placeOf.get(id)?.number, showPlace, look }
  }, [desk, looking, editable, marks, narrow])
  const goToStep = (wanted: Step) => changeParams({ buoc: wanted === 'gui-den' ? wanted : undefined })
  const goToFact = (factId: string, openIt: boolean) => {
    setSide('right')
    if (step !== 'du-kien') goToStep('du-kien')
    factReview.look(factId)
    if (openIt && editable) looking.setOpen(factId, true)
    focusFact(factId)
  }
  const doubtful = facts.filter(isDoubtful)
  const next = () => {
    const fact = nextToLookAt(doubtful, factReview.numberOf, looking.active())
    if (fact) goToFact(fact.id, false)
  }
  const pressMark = (markId: string) => {
    const there = marks.factsAt.get(markId) ?? []
    const at = there.indexOf(looking.active() ?? '')
    const factId = there[(at + 1) % there.length]
    if (factId !== undefined) goToFact(factId, true)
  }
  const addFrom = (kind: FactKind, stretch: Stretch) => {
    const { start, end, text } = stretch
    goToFact(desk.startAdding({ kind, parentId: null, source: { start, end } }, text), true)
  }
  const source = paper.files.find((file) => file.role === 'source')

  return (
    <FactReviewContext value={factReview}>
      {narrow && <PhoneSwitch title={campaign.title} side={side} onSide={setSide} />}
      <SplitView
        phone={narrow ? side : undefined}
        left={{
          title: narrow ? 'Văn bản' : campaign.title,
          acts: source && (
            <ButtonLink href={`/api/files/${source.id}`} download size="s" square icon="download">
              {`Tải tệp gốc ${source.name}`}
            </ButtonLink>
          ),
          foot: narrow && (
            <Button icon="arrow-left" onClick={() => setSide('right')}>
              Về dữ kiện
            </Button>
          ),
          children:
            paper.text === '' ? (
              <NoText />
            ) : (
              <ReviewedPaper
                text={paper.text}
                marks={marks}
                onMark={pressMark}
                label={`Văn bản: ${campaign.title}`}
                kinds={editable ? KINDS_FROM_TEXT : undefined}
                onAdd={editable ? addFrom : undefined}
              />
            ),
        }}
        right={{
          title: step === 'du-kien' ? 'Dữ kiện đọc được' : 'Nơi gửi và thời hạn',
          acts: <CounterWords facts={facts} onNext={next} />,
          foot: (
            <ReviewFoot
              review={review}
              cache={cache}
              step={step}
              doubtful={doubtful.length}
              onNext={next}
              onStep={goToStep}
              onFact={(kind) => goToFact(facts.find((fact) => fact.kind === kind)?.id ?? kind, false)}
            />
          ),
          children: (
            <>
              <StepTabs step={step} units={review.unitIds.length} />
              <StageNote review={review} cache={cache} unlocked={unlocked} onUnlock={() => setUnlockedFor(standing)} />
              {step === 'du-kien' ? (
                <FactGroups review={review} cache={cache} editable={editable} />
              ) : (
                <SendingStep review={review} cache={cache} editable={editable} />
              )}
            </>
          ),
        }}
      />
    </FactReviewContext>
  )
}

function NoText() {
  return <p style={{ padding: 20 }}>Không có văn bản để đối chiếu. Dữ kiện được nhập bằng tay ở bên cạnh</p>
}

/** The marks stay the same object while only values change: the paper of 200 pages is then not drawn anew. */
function useMarks(facts: readonly FactShape[], length: number): Marks {
  const key = facts
    .map((fact) =>
      [fact.id, fact.source?.start, fact.source?.end, isDoubtful(fact), fact.state === 'removed'].join(' '),
    )
    .join('\n')
  const [held, setHeld] = useState(() => ({ key, marks: marksOf(facts, length) }))
  if (held.key !== key) setHeld({ key, marks: marksOf(facts, length) })
  return held.marks
}
