import { useQuery } from '@tanstack/react-query'
import { UnconfirmedYears } from '../../organisation/web/index.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { FORESEES } from '../../platform/web/use-act.ts'
import { Note } from '../../ui/index.ts'
import { assignments } from './api.ts'
import { type Typed, workOf } from './typed-work.ts'

const SHOWN = 12

/** How many duties the work makes, and on which days, before it is given. Nothing while units or days are missing. */
export function DutiesForeseen({ typed }: { typed: Typed }) {
  const { unitIds, due, recurrence, until, dayRule } = workOf(typed)
  const ready = unitIds.length > 0 && due.day !== '' && (recurrence === 'once' || until !== null)
  const asked = useQuery(
    assignments.preview.queryOptions({
      input: { unitId: typed.unitId, unitIds, due, recurrence, until, dayRule },
      enabled: ready,
      retry: false,
      ...FORESEES,
    }),
  )
  if (!ready) return null
  if (asked.error) return <Note tone="cam" title={readProblem(asked.error).sentence} />
  if (!asked.data) return null
  const { units, turns, duties, unconfirmedYears } = asked.data
  return (
    <>
      <Note tone="xam" title={`Sẽ có ${duties} việc: ${units} đơn vị, ${turns.length} lượt`}>
        <ul>
          {turns.slice(0, SHOWN).map((turn) => (
            <li key={turn.words}>{turn.words}</li>
          ))}
        </ul>
        {turns.length > SHOWN && <p>và {turns.length - SHOWN} lượt sau đó.</p>}
      </Note>
      <UnconfirmedYears
        years={unconfirmedYears}
        then="Đối chiếu các ngày trên với lịch nghỉ trước khi giao: hạn đã giao giữ nguyên khi lịch nghỉ đổi."
      />
    </>
  )
}
