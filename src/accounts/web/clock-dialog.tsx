import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dayOf, formatTime, parsePlainDate } from '../../kernel/plain-date.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { Acts, Button, Cell, DateField, Dialog, FieldGrid, Note, Stack, TextField } from '../../ui/index.ts'
import { accounts } from './api.ts'

/** Moves the demo's clock, forward only: everything counted from today follows it. */
export function ClockDialog({ open, now, onClose }: { open: boolean; now: string; onClose: () => void }) {
  return (
    <Dialog open={open} onClose={onClose} title="Chuyển đồng hồ của bản mẫu">
      <ClockForm now={now} onClose={onClose} />
    </Dialog>
  )
}

function ClockForm({ now, onClose }: { now: string; onClose: () => void }) {
  const client = useQueryClient()
  const [day, setDay] = useState<string | undefined>(dayOf(new Date(now)))
  const [time, setTime] = useState(formatTime(new Date(now)))
  const [pressed, setPressed] = useState(false)
  const move = useMutation(
    accounts.moveClock.mutationOptions({
      onSuccess: async () => {
        await client.invalidateQueries()
        onClose()
      },
    }),
  )
  const goodDay = day === undefined ? undefined : parsePlainDate(day)
  const goodTime = /^([01]\d|2[0-3]):[0-5]\d$/.test(time)
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        setPressed(true)
        if (goodDay !== undefined && goodTime && !move.isPending) move.mutate({ to: `${goodDay}T${time}:00+07:00` })
      }}
    >
      <Stack>
        <p>Hạn, nhắc việc và nhật ký của bản mẫu tính theo đồng hồ này. Chỉ chuyển tới, không lùi.</p>
        <FieldGrid>
          <Cell span={7} keepHalf>
            <DateField
              label="Ngày"
              value={day ?? ''}
              onChange={setDay}
              error={pressed && goodDay === undefined ? 'Nhập ngày, tháng, năm' : undefined}
            />
          </Cell>
          <Cell span={5} keepHalf>
            <TextField
              label="Giờ"
              value={time}
              onChange={setTime}
              inputMode="numeric"
              error={pressed && !goodTime ? 'Nhập giờ và phút, ví dụ 08:00' : undefined}
            />
          </Cell>
        </FieldGrid>
        {move.error && (
          <Note tone="son" alert>
            {readProblem(move.error).sentence}
          </Note>
        )}
        <Acts end>
          <Button onClick={onClose}>Thôi</Button>
          <Button type="submit" kind="primary" busy={move.isPending}>
            Chuyển đồng hồ
          </Button>
        </Acts>
      </Stack>
    </form>
  )
}
