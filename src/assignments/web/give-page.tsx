import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, Empty, PageHeader, Panel, useNavigation, useNotices } from '../../ui/index.ts'
import { assignments } from './api.ts'
import { GiveForm } from './give-form.tsx'
import { EMPTY_WORK, type Typed, workOf } from './typed-work.ts'

/** `/giao-viec/moi`: give work by hand or from a document, with what it will make shown first. */
export function GivePage() {
  const asked = useQuery(assignments.givers.queryOptions({ input: {} }))
  const [id] = useState(() => newId())
  const tell = useNotices()
  const { go } = useNavigation()
  return (
    <>
      <PageHeader
        title="Giao việc mới"
        crumbs={[{ href: '/giao-viec', word: 'Giao việc' }]}
        lead="Đơn vị nhận việc thấy ngay, có hạn, được nhắc và báo kết quả như việc của phong trào."
      />
      <Panel label="Việc mới">
        <Answer {...answerOf(asked)} lines={8}>
          {({ units }) =>
            units.length === 0 ? (
              <Empty level={2} title="Bạn không giao việc thay đơn vị nào">
                Bộ phận thường trực, người đứng đầu và công chức phụ trách giao việc cho các đơn vị bên dưới.
              </Empty>
            ) : (
              <GiveForm
                givers={units}
                initial={{ ...EMPTY_WORK, unitId: units[0]?.id ?? '' }}
                send="Giao việc"
                leave="/giao-viec"
                onSend={(typed: Typed) => assignments.give.call({ id, unitId: typed.unitId, ...workOf(typed) })}
                onDone={({ assignment }) => {
                  tell({ text: `Đã giao “${assignment.title}” cho ${assignment.counts.units} đơn vị` })
                  go(`/giao-viec/${assignment.id}`)
                }}
              />
            )
          }
        </Answer>
      </Panel>
    </>
  )
}

/** `/giao-viec/:id/sua`: before anybody has done it. */
export function ChangePage() {
  const id = usePageParam('id')
  const asked = useQuery(assignments.get.queryOptions({ input: { id } }))
  const tell = useNotices()
  const { go } = useNavigation()
  return (
    <Answer {...answerOf(asked)} title="Sửa việc đã giao">
      {({ assignment, unitIds }) => (
        <>
          <PageHeader
            title="Sửa việc đã giao"
            crumbs={[
              { href: '/giao-viec', word: 'Giao việc' },
              { href: `/giao-viec/${id}`, word: assignment.title },
            ]}
            lead="Đơn vị thấy nội dung và hạn mới. Việc đã bắt đầu ở đơn vị bị bỏ ra thì ghi là được miễn."
          />
          <Panel label="Sửa việc đã giao">
            <GiveForm
              givers={[{ id: assignment.unitId, name: assignment.unitName }]}
              initial={{
                ...EMPTY_WORK,
                unitId: assignment.unitId,
                title: assignment.title,
                words: assignment.words ?? '',
                basis: assignment.basis === null ? 'no' : 'yes',
                basisKind: assignment.basis?.kind ?? 'cong-van',
                number: assignment.basis?.number ?? '',
                issuedOn: assignment.basis?.issuedOn ?? '',
                issuer: assignment.basis?.issuer ?? '',
                file: assignment.basis?.file ?? undefined,
                unitIds: new Set(unitIds),
                dueDay: assignment.due.day,
                relation: assignment.due.relation,
                recurrence: assignment.recurrence,
                until: assignment.until ?? '',
                dayRule: assignment.dayRule,
                needsProof: assignment.needsProof ? 'yes' : 'no',
              }}
              send="Lưu việc đã giao"
              leave={`/giao-viec/${id}`}
              onSend={(typed: Typed) => assignments.change.call({ id, version: assignment.version, ...workOf(typed) })}
              onDone={() => {
                tell({ text: 'Đã lưu, các đơn vị thấy nội dung mới' })
                go(`/giao-viec/${id}`)
              }}
            />
          </Panel>
        </>
      )}
    </Answer>
  )
}
