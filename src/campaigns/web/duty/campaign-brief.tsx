import { useQuery } from '@tanstack/react-query'
import { documentKindName } from '../../../mechanisms/documents/domain/document-kinds.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { Acts, Answer, ButtonLink, Definitions, Panel, Stack } from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { paperWords, timeWords } from '../words.ts'

/** The campaign in short, with the way to its plan. */
export function CampaignBrief({ id }: { id: string }) {
  const asked = useQuery(campaigns.get.queryOptions({ input: { id } }))
  return (
    <Answer asked={asked} problem={asked.error ? readProblem(asked.error) : undefined} lines={4}>
      {({ campaign, document }) => {
        const file = document.files.find((one) => one.role === 'signed') ?? document.files[0]
        return (
          <Panel title="Phong trào">
            <Stack>
              <Definitions
                pairs={[
                  { term: 'Tên', value: campaign.title },
                  ...(campaign.theme === null ? [] : [{ term: 'Chủ đề', value: `“${campaign.theme}”` }]),
                  { term: documentKindName(document.kind), value: paperWords(campaign) },
                  { term: 'Thời gian', value: timeWords(campaign) },
                  { term: 'Cơ quan phát động', value: campaign.hostUnitName },
                ]}
              />
              <Acts>
                <ButtonLink href={`/phong-trao/${id}?phan=van-ban`} icon="file-text">
                  Đọc văn bản
                </ButtonLink>
                <ButtonLink href={`/phong-trao/${id}`} icon="flag">
                  Xem phong trào
                </ButtonLink>
                {file && (
                  <ButtonLink href={fileHref(file.id)} icon="download" download>
                    Tải tệp
                  </ButtonLink>
                )}
              </Acts>
            </Stack>
          </Panel>
        )
      }}
    </Answer>
  )
}
