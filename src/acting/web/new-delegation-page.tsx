import { useQuery } from '@tanstack/react-query'
import { useHouseState } from '../../accounts/web/index.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Answer, Empty, PageHeader, Panel, useAddressParams } from '../../ui/index.ts'
import { acting } from './api.ts'
import { NewDelegationForm } from './new-delegation-form.tsx'

const CRUMBS = [{ href: '/uy-quyen', word: 'Ủy quyền, bàn giao' }]

/** A new delegation: of one's own, or of somebody (`?person=`) from his paper. */
export function NewDelegationPage() {
  const { me } = useHouseState()
  const [params] = useAddressParams()
  const personId = params.get('person') ?? undefined
  const onPaper = personId !== undefined && personId !== me?.personId
  const found = useQuery(acting.delegable.queryOptions({ input: onPaper ? { personId } : {} }))
  return (
    <>
      <PageHeader
        title={onPaper ? 'Ghi ủy quyền từ bản giấy' : 'Ủy quyền khi vắng mặt'}
        crumbs={CRUMBS}
        lead="Theo Điều 13 Nghị định 30/2020/NĐ-CP ngày 05/03/2020: cấp phó ký thay (KT.); ký thừa ủy quyền (TUQ.) phải bằng văn bản, có thời hạn và không ủy quyền lại. Đối chiếu văn bản hiện hành trước khi ký."
      />
      <Answer {...answerOf(found)} lines={8}>
        {({ posts }) => {
          const able = posts.filter((post) => post.grants.some((grant) => grant.whyNot === null))
          return able.length === 0 ? (
            <Panel label="Không có quyền nào để ủy quyền">
              <Empty title="Không có quyền nào để ủy quyền">
                Chỉ quyền đang giữ trên vị trí của mình ủy quyền được; quyền quản trị và quyền nhận theo ủy quyền thì
                không.
              </Empty>
            </Panel>
          ) : (
            <Panel label="Ủy quyền">
              <NewDelegationForm posts={able} way={onPaper ? 'paper' : 'product'} />
            </Panel>
          )
        }}
      </Answer>
    </>
  )
}
