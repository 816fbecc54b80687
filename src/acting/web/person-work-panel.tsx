import { useQuery } from '@tanstack/react-query'
import { useHouseState } from '../../accounts/web/index.ts'
import { Acts, ButtonLink, Panel, Stack } from '../../ui/index.ts'
import { acting } from './api.ts'

/** What of a person's work goes to others, for whoever may hand it over; an administrator enters delegations from paper here too. */
export function PersonWorkPanel({ personId, name }: { personId: string; name: string }) {
  const { me } = useHouseState()
  const found = useQuery(acting.openWork.queryOptions({ input: { personId } }))
  const onPaper = me?.roles.includes('administrator') && me.personId !== personId
  if (found.data === undefined) return null
  const count = found.data.parts.flatMap((part) => part.items).filter((item) => item.stays === null).length
  return (
    <Panel title="Bàn giao, ủy quyền">
      <Stack>
        <p>
          {count === 0
            ? `${name} không có việc nào đang mở cần bàn giao.`
            : `${name} đang có ${count} việc mở có thể bàn giao. Bàn giao trước khi kết thúc vị trí công tác.`}
        </p>
        <Acts>
          <ButtonLink icon="copy" href={`/ban-giao/nguoi/${personId}`}>
            Bàn giao việc
          </ButtonLink>
          {onPaper && (
            <ButtonLink icon="writing-sign" href={`/uy-quyen/them?person=${personId}`}>
              Ghi ủy quyền từ bản giấy
            </ButtonLink>
          )}
        </Acts>
      </Stack>
    </Panel>
  )
}
