import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, ButtonLink, Note, PageHeader, Stack } from '../../ui/index.ts'
import { assessments } from './api.ts'
import { DisciplinePanel } from './discipline-panel.tsx'
import { PersonRatingsPanel } from './ratings-panel.tsx'
import { PersonReviewsPanel } from './reviews-panel.tsx'

const CRUMBS = [{ href: '/xep-loai', word: 'Kết quả xếp loại' }]

/** What is known of one person year by year. */
export function PersonFactsPage() {
  const id = usePageParam('id')
  const found = useQuery(assessments.ofPerson.queryOptions({ input: { personId: id } }))
  return (
    <>
      <PageHeader
        title={found.data?.person.name ?? 'Kết quả của một người'}
        crumbs={CRUMBS}
        lead="Kết quả xếp loại, kỷ luật, việc đang xem xét"
        acts={
          <>
            <ButtonLink kind="subtle" href={`/so-khen-thuong/ca-nhan/${id}`}>
              Xem khen thưởng đã nhận
            </ButtonLink>
            <ButtonLink kind="subtle" href={`/nguoi/${id}`}>
              Xem trang của người này
            </ButtonLink>
          </>
        }
      />
      <Answer {...answerOf(found)} lines={8}>
        {({ facts }) =>
          facts === null ? (
            <Note tone="xam">
              Chỉ bản thân, người đứng đầu, công chức phụ trách của đơn vị, bộ phận thường trực, người có thẩm quyền và
              người kiểm tra được xem mục này
            </Note>
          ) : (
            <Stack gap="l">
              <PersonRatingsPanel personId={id} />
              <DisciplinePanel personId={id} />
              <PersonReviewsPanel personId={id} />
            </Stack>
          )
        }
      </Answer>
    </>
  )
}
