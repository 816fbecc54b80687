import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, ButtonLink, Note, PageHeader, Stack } from '../../ui/index.ts'
import { assessments } from './api.ts'
import { UnitRatingsPanel } from './ratings-panel.tsx'
import { UnitReviewsPanel } from './reviews-panel.tsx'

const CRUMBS = [{ href: '/xep-loai', word: 'Kết quả xếp loại' }]

/** What is known of one unit or Party organisation year by year. */
export function UnitFactsPage() {
  const id = usePageParam('id')
  const found = useQuery(assessments.ofUnit.queryOptions({ input: { unitId: id } }))
  return (
    <>
      <PageHeader
        title={found.data?.unit.name ?? 'Kết quả của một tập thể'}
        crumbs={CRUMBS}
        lead="Kết quả xếp loại tập thể, việc đang xem xét"
        acts={
          <>
            <ButtonLink kind="subtle" href={`/so-khen-thuong/tap-the/${id}`}>
              Xem khen thưởng đã nhận
            </ButtonLink>
            <ButtonLink kind="subtle" href={`/don-vi/${id}`}>
              Xem trang đơn vị
            </ButtonLink>
          </>
        }
      />
      <Answer {...answerOf(found)} lines={8}>
        {({ facts }) =>
          facts === null ? (
            <Note tone="xam">
              Chỉ người đứng đầu, công chức phụ trách của đơn vị, bộ phận thường trực, người có thẩm quyền và người kiểm
              tra được xem mục này
            </Note>
          ) : (
            <Stack gap="l">
              <UnitRatingsPanel unitId={id} />
              <UnitReviewsPanel unitId={id} />
            </Stack>
          )
        }
      </Answer>
    </>
  )
}
