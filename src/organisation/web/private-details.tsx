import { useState } from 'react'
import { formatDate } from '../../kernel/plain-date.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { ActButton, Acts, Definitions, Note, type Pair, type ShownAct, Stack } from '../../ui/index.ts'
import { GENDER_WORDS } from '../domain/person-fields.ts'
import { type OrganisationOutputs, organisation } from './api.ts'

type Shown = OrganisationOutputs['showSensitive']['shown']

/** What is sensitive of a person, closed until somebody presses: each look is recorded, and the person reads who looked. */
export function PrivateDetails({
  personId,
  maySee,
  hasNumber,
  own,
}: {
  personId: string
  maySee: ShownAct
  hasNumber: boolean | null
  own: boolean
}) {
  const [personal, setPersonal] = useState<Shown>()
  const [number, setNumber] = useState<string | null>()
  const seePersonal = useAct(
    () => organisation.showSensitive.call({ id: personId, part: 'personal' }),
    ({ shown }) => setPersonal(shown),
  )
  const seeNumber = useAct(
    () => organisation.showSensitive.call({ id: personId, part: 'citizen-id' }),
    ({ shown }) => setNumber(shown.citizenId),
  )
  if (!maySee) return null
  const problem = seePersonal.problem ?? seeNumber.problem
  return (
    <Stack>
      {(personal || number !== undefined) && (
        <div role="status">
          <Definitions
            pairs={[...(personal ? pairsOf(personal) : []), ...(number === undefined ? [] : [numberPair(number)])]}
          />
        </div>
      )}
      <Acts>
        {!personal && (
          <ActButton act={maySee} icon="eye" busy={seePersonal.busy} onClick={() => seePersonal.run(undefined)}>
            Xem ngày sinh, giới tính, dân tộc, ngày vào Đảng
          </ActButton>
        )}
        {hasNumber && number === undefined && (
          <ActButton act={maySee} icon="eye" busy={seeNumber.busy} onClick={() => seeNumber.run(undefined)}>
            Xem số định danh
          </ActButton>
        )}
        {(personal || number !== undefined) && (
          <ActButton
            act={maySee}
            kind="subtle"
            icon="eye-off"
            onClick={() => {
              setPersonal(undefined)
              setNumber(undefined)
            }}
          >
            Che lại
          </ActButton>
        )}
      </Acts>
      {!own && <p>Mỗi lượt xem được ghi lại; người có hồ sơ biết ai đã xem.</p>}
      {hasNumber === false && <p>Chưa có số định danh.</p>}
      {problem && (
        <Note tone="son" alert>
          {problem.sentence}
        </Note>
      )}
    </Stack>
  )
}

const NONE = 'chưa có'

function pairsOf(shown: Shown): Pair[] {
  return [
    { term: 'Ngày sinh', value: shown.birth === null ? NONE : formatDate(shown.birth) },
    { term: 'Giới tính', value: shown.gender === null ? NONE : GENDER_WORDS[shown.gender] },
    { term: 'Dân tộc', value: shown.ethnicity ?? NONE },
    { term: 'Ngày vào Đảng', value: shown.partyJoinedOn === null ? NONE : formatDate(shown.partyJoinedOn) },
  ]
}

function numberPair(number: string | null): Pair {
  return { term: 'Số định danh', value: number ?? NONE }
}
