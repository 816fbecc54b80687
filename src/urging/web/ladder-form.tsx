import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { addDays, formatDateWithWeekday, plainDate } from '../../kernel/plain-date.ts'
import { UnconfirmedYears } from '../../organisation/web/index.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { Acts, Button, DateField, Note, SelectField, Stack, TextField, useNotices } from '../../ui/index.ts'
import type { LadderStep, Stage } from '../domain/ladder.ts'
import { KIND_NAMES, STAGE_NAMES } from '../domain/ladder-words.ts'
import { type Office, type OfKind, urging } from './api.ts'
import classes from './ladder.module.css'

type Typed = { key: string; stage: Stage; days: string }

const STAGES = Object.entries(STAGE_NAMES).map(([value, label]) => ({ value, label }))

/** The steps of one kind at one office, with the days they would fall on beside them. */
export function LadderForm({ office, kind, onClose }: { office: Office; kind: OfKind; onClose: () => void }) {
  const tell = useNotices()
  const formId = useId()
  const today = useToday()
  const [typed, setTyped] = useState<Typed[]>(() => kind.steps.map((step, no) => toTyped(step, String(no))))
  const [added, setAdded] = useState(0)
  const [lastDay, setLastDay] = useState<string | undefined>(addDays(today, 14))
  const steps = typed.map(toStep)
  const whole = steps.filter((step) => step !== undefined)
  const save = useAct(
    () => urging.setLadder.call({ unitId: office.unitId, kind: kind.kind, steps: whole, version: kind.version }),
    () => {
      onClose()
      tell({ text: `Đã đặt thang nhắc việc ${KIND_NAMES[kind.kind]}. Lần nhắc tới theo thang này` })
    },
  )
  const wrong =
    whole.length < typed.length ? 'Có bước chưa nhập số ngày. Nhập số, hoặc bỏ bước đó' : save.problem?.sentence
  const change = (key: string, part: Partial<Typed>) =>
    setTyped((now) => now.map((one) => (one.key === key ? { ...one, ...part } : one)))
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (whole.length === typed.length) save.run(undefined)
      }}
    >
      <Stack>
        {wrong && (
          <Note tone="son" alert>
            {wrong}
          </Note>
        )}
        <p>
          Số ngày làm việc tính từ ngày cuối còn đúng hạn: số âm là trước hạn, 0 là đúng ngày cuối, số dương là quá hạn.
        </p>
        {typed.map((one, no) => (
          <fieldset key={one.key} className={classes.step} aria-label={`Bước ${no + 1}`}>
            <SelectField
              label={`Bước ${no + 1}`}
              value={one.stage}
              onChange={(stage) => change(one.key, { stage: stage as Stage })}
              options={STAGES}
            />
            <TextField label="Số ngày" numeric value={one.days} onChange={(days) => change(one.key, { days })} />
            <Button icon="trash" onClick={() => setTyped((now) => now.filter((other) => other.key !== one.key))}>
              Bỏ<span className="visually-hidden"> bước {no + 1}</span>
            </Button>
          </fieldset>
        ))}
        <Acts>
          <Button
            size="s"
            icon="plus"
            onClick={() => {
              setTyped((now) => [...now, { key: `${formId}${added}`, stage: 'unit-after', days: '' }])
              setAdded(added + 1)
            }}
          >
            Thêm bước
          </Button>
        </Acts>
        <DateField label="Xem thử với ngày cuối" value={lastDay ?? ''} onChange={setLastDay} />
        {lastDay !== undefined && lastDay !== '' && whole.length > 0 && <Preview lastDay={lastDay} steps={whole} />}
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="primary" busy={save.busy}>
            Đặt thang nhắc việc
          </Button>
        </Acts>
      </Stack>
    </form>
  )
}

/** The days the steps fall on; which of them stand on days off that nobody has confirmed. */
function Preview({ lastDay, steps }: { lastDay: string; steps: LadderStep[] }) {
  const found = useQuery(urging.previewLadder.queryOptions({ input: { lastDay, steps } }))
  if (!found.data) return null
  const { days, unconfirmedYears } = found.data
  return (
    <>
      <ul className={classes.days} aria-label="Các ngày nhắc">
        {days.map(({ step, day }) => (
          <li key={`${step.stage} ${step.days}`}>
            <b>{formatDateWithWeekday(plainDate(day))}</b>: {STAGE_NAMES[step.stage].toLocaleLowerCase('vi')}
          </li>
        ))}
      </ul>
      <UnconfirmedYears years={unconfirmedYears} then="Các ngày trên có thể thay đổi." />
    </>
  )
}

function toTyped({ stage, days }: LadderStep, key: string): Typed {
  return { key, stage, days: String(days) }
}

function toStep({ stage, days }: Typed): LadderStep | undefined {
  const text = days.trim().replace('−', '-')
  return /^[+-]?\d{1,2}$/.test(text) ? { stage, days: Number(text) } : undefined
}
