import { useQuery } from '@tanstack/react-query'
import { CampaignBrief } from '../../campaigns/web/index.ts'
import { formatMoment } from '../../kernel/plain-date.ts'
import { ObligationPage } from '../../mechanisms/obligations/web/index.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { fileHref } from '../../platform/web/upload-file.ts'
import { Acts, Answer, ButtonLink, Definitions, Panel, Stack } from '../../ui/index.ts'
import { assignments } from './api.ts'
import { basisWords, dueWords } from './words.ts'

/** What a unit owes: the duty, and what it comes from. */
export function DutyPage() {
  return (
    <ObligationPage
      about={({ thingKind, thingId }) =>
        thingKind === 'campaign' ? <CampaignBrief id={thingId} /> : <AssignmentBrief id={thingId} />
      }
    />
  )
}

/** The work that was given, in short, with the document it rests on. */
function AssignmentBrief({ id }: { id: string }) {
  const asked = useQuery(assignments.get.queryOptions({ input: { id } }))
  return (
    <Answer {...answerOf(asked)} lines={4}>
      {({ assignment }) => (
        <Panel title="Việc được giao">
          <Stack>
            <Definitions
              pairs={[
                { term: 'Tên', value: assignment.title },
                ...(assignment.basis ? [{ term: 'Căn cứ', value: basisWords(assignment.basis) }] : []),
                { term: 'Đơn vị giao', value: assignment.unitName },
                { term: 'Người giao', value: `${assignment.madeByName}, ${formatMoment(new Date(assignment.madeAt))}` },
                { term: 'Thời hạn', value: dueWords(assignment) },
              ]}
            />
            <Acts>
              <ButtonLink href={`/giao-viec/${id}`} icon="clipboard-list">
                Xem việc đã giao
              </ButtonLink>
              {assignment.basis?.file && (
                <ButtonLink href={fileHref(assignment.basis.file.id)} icon="download" download>
                  Tải văn bản
                </ButtonLink>
              )}
            </Acts>
          </Stack>
        </Panel>
      )}
    </Answer>
  )
}
