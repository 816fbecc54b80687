import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, ButtonLink, Empty, PageHeader, Panel } from '../../ui/index.ts'
import { acting } from './api.ts'
import { HandOverForm } from './hand-over-form.tsx'

const CRUMBS = [{ href: '/uy-quyen', word: 'Ủy quyền, bàn giao' }]

/** Everything a person has open, to be given to others in one act. */
export function OpenWorkPage() {
  const personId = usePageParam('id')
  const found = useQuery(acting.openWork.queryOptions({ input: { personId } }))
  return (
    <>
      <PageHeader
        title={found.data ? `Bàn giao việc của ${found.data.person.name}` : 'Bàn giao việc'}
        crumbs={CRUMBS}
        lead={found.data?.person.post}
      />
      <Answer {...answerOf(found)} lines={8}>
        {(page) =>
          page.parts.length === 0 ? (
            <Panel label="Không còn việc nào đang mở">
              <Empty
                title="Không còn việc nào đang mở"
                acts={<ButtonLink href="/uy-quyen">Xem các lần bàn giao</ButtonLink>}
              >
                {page.person.name} không có việc được giao, phong trào phụ trách hay đơn vị theo dõi nào.
              </Empty>
            </Panel>
          ) : (
            <HandOverForm page={page} />
          )
        }
      </Answer>
    </>
  )
}
