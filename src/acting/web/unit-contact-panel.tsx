import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../kernel/plain-date.ts'
import { ButtonLink, Panel, Stack } from '../../ui/index.ts'
import { acting } from './api.ts'

/** Whom a unit asks at the standing office, and whom it asked before. */
export function UnitContactPanel({ unitId }: { unitId: string }) {
  const { data } = useQuery(acting.unitContact.queryOptions({ input: { unitId } }))
  if (data === undefined) return null
  const { contact, inherited, history, actions } = data
  const earlier = history.filter((one) => one.id !== contact?.id)
  return (
    <Panel
      title="Đầu mối tại bộ phận thường trực"
      acts={
        actions.set && (
          <ButtonLink size="s" icon="user-check" href="/phan-cong">
            Phân công
          </ButtonLink>
        )
      }
    >
      <Stack gap="s">
        {contact === null ? (
          <p>Chưa có người theo dõi đơn vị này.</p>
        ) : (
          <p>
            <b>{contact.name}</b>, {contact.post}, từ {formatDate(contact.since)}
            {inherited && ' (theo đơn vị cấp trên)'}
          </p>
        )}
        {earlier.map((one) => (
          <p key={one.id}>
            {one.since > (contact?.since ?? '') && one.until === null ? 'Sắp tới' : 'Trước đây'}: {one.name}, từ{' '}
            {formatDate(one.since)}
            {one.until !== null && ` đến hết ${formatDate(one.until)}`}
          </p>
        ))}
      </Stack>
    </Panel>
  )
}
