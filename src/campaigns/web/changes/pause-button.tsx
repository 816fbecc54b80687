import { useState } from 'react'
import { Button, Dialog, Form, Stack, useNotices } from '../../../ui/index.ts'
import { type CampaignDetails, campaigns } from '../api.ts'
import { ChangePaperFields } from './change-paper-fields.tsx'
import { useChangeForm } from './use-change-form.ts'

/** Pauses the campaign, or takes it up again: each by a paper. */
export function PauseButton({ details }: { details: CampaignDetails }) {
  const { campaign } = details
  const [open, setOpen] = useState(false)
  const paused = campaign.pausedOn !== null
  if (!(paused ? campaign.actions.resume : campaign.actions.pause)) return null
  const words = paused ? 'Tiếp tục phong trào' : 'Tạm dừng phong trào'
  return (
    <>
      <Button icon={paused ? 'player-play' : 'player-pause'} onClick={() => setOpen(true)}>
        {words}
      </Button>
      <Dialog open={open} onClose={() => setOpen(false)} title={words}>
        {paused ? (
          <ResumeForm id={campaign.id} onClose={() => setOpen(false)} />
        ) : (
          <PauseForm id={campaign.id} onClose={() => setOpen(false)} />
        )}
      </Dialog>
    </>
  )
}

type Props = { id: string; onClose: () => void }

function PauseForm({ id, onClose }: Props) {
  const tell = useNotices()
  const form = useChangeForm({
    campaignId: id,
    more: {},
    send: (change) => campaigns.pause.call(change),
    onDone: () => {
      tell({ text: 'Đã tạm dừng phong trào' })
      onClose()
    },
  })
  return (
    <Form form={form} send="Tạm dừng từ hôm nay" onClose={onClose} problemsTitle="Chưa tạm dừng được">
      <Stack>
        <p>Không đơn vị nào bị nhắc hay bị tính quá hạn trong thời gian tạm dừng. Đơn vị vẫn làm và gửi được.</p>
        <ChangePaperFields form={form} reason="Lý do tạm dừng" />
      </Stack>
    </Form>
  )
}

function ResumeForm({ id, onClose }: Props) {
  const tell = useNotices()
  const form = useChangeForm({
    campaignId: id,
    more: {},
    send: (change) => campaigns.resume.call(change),
    onDone: ({ days, prolonged }) => {
      tell({ text: `Phong trào tiếp tục sau ${days} ngày tạm dừng, đã lùi hạn ${prolonged} việc` })
      onClose()
    },
  })
  return (
    <Form form={form} send="Tiếp tục từ hôm nay" onClose={onClose} problemsTitle="Chưa tiếp tục được">
      <Stack>
        <p>
          Việc còn nợ mà chưa quá hạn lúc tạm dừng được lùi hạn đúng số ngày đã tạm dừng; gặp ngày nghỉ thì sang ngày
          làm việc kế tiếp. Việc đã quá hạn từ trước giữ nguyên hạn.
        </p>
        <ChangePaperFields form={form} reason="Lý do tiếp tục" />
      </Stack>
    </Form>
  )
}
