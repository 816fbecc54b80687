import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { Answer, ButtonLink, Note, PageHeader, Stack } from '../../ui/index.ts'
import { type RegistryOutputs, registry } from './api.ts'
import { AwardsPanel } from './awards-panel.tsx'

type OfRecipient = RegistryOutputs['ofPerson']
type Asked = { data: OfRecipient | undefined; error: unknown; refetch: () => unknown }

/** Everything the registry has of one person. */
export function PersonRecipientPage() {
  const id = usePageParam('id')
  const found = useQuery(registry.ofPerson.queryOptions({ input: { personId: id } }))
  return <Recipient found={found} page={`/nguoi/${id}`} word="Xem trang của người này" />
}

/** Everything the registry has of one unit. */
export function UnitRecipientPage() {
  const id = usePageParam('id')
  const found = useQuery(registry.ofUnit.queryOptions({ input: { unitId: id } }))
  return <Recipient found={found} page={`/don-vi/${id}`} word="Xem trang đơn vị" />
}

function Recipient({ found, page, word }: { found: Asked; page: string; word: string }) {
  return (
    <>
      <PageHeader
        title={found.data?.name ?? 'Khen thưởng đã nhận'}
        crumbs={[{ href: '/so-khen-thuong', word: 'Sổ khen thưởng' }]}
        lead="Khen thưởng đã nhận"
        acts={
          <ButtonLink kind="subtle" href={page}>
            {word}
          </ButtonLink>
        }
      />
      <Answer {...answerOf(found)} lines={6}>
        {(data) => (
          <Stack gap="l">
            {data.doubles.length > 0 && (
              <Note
                tone="cam"
                icon="copy"
                title={`Có ${data.doubles.length} mục có thể là một khen thưởng ghi nhiều lần`}
              >
                Mở từng mục để so; mục ghi nhầm thì bỏ khỏi sổ, nêu lý do.
              </Note>
            )}
            <AwardsPanel found={data} />
          </Stack>
        )}
      </Answer>
    </>
  )
}
