import { useState } from 'react'
import { Button, EntryPage, Stack } from '../../ui/index.ts'
import { Enrolment } from './enrolment.tsx'
import type { HouseState } from './house-state.ts'
import { useLeave } from './use-leave.ts'
import { ROLE_WORDS } from './words.ts'

type Whose = NonNullable<HouseState['withoutSecondFactor']>

/** A role asks for a second factor: until there is one, there is this page and the way out. */
export function MustEnrolPage({ whose, onDone }: { whose: Whose; onDone: () => void }) {
  const leave = useLeave()
  // the state behind this page changes with the first code, before the recovery codes are put away
  const [{ name, role }] = useState(whose)
  return (
    <EntryPage>
      <title>Bật xác thực hai bước – Thi Đua</title>
      <h1>Bật xác thực hai bước</h1>
      <Stack gap="l">
        <p>
          {name} giữ vai trò {ROLE_WORDS[role]}. Cơ quan quy định vai trò này phải có xác thực hai bước, nên bật xong
          mới làm việc khác được.
        </p>
        <Enrolment who={name} onDone={onDone} />
        <Button kind="subtle" icon="logout" busy={leave.busy} onClick={leave.here}>
          Đăng xuất
        </Button>
      </Stack>
    </EntryPage>
  )
}
