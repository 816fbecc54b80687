import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import type { ApiProblem } from '../../../platform/web/problem.ts'
import type { UploadedFile } from '../../../platform/web/upload-file.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { useUpload } from '../../../platform/web/use-upload.ts'
import {
  FileField,
  LongJob,
  Note,
  PageHeader,
  Panel,
  RadioGroup,
  Stack,
  useNavigation,
  useNotices,
} from '../../../ui/index.ts'
import { campaigns } from '../api.ts'
import { ByHand, forgetPasted } from './by-hand.tsx'
import { whatToDo } from './refused-document.ts'

type Door = 'issued' | 'draft'

/** `/phong-trao/tao`: the door, one file, and straight on to the review; by hand where a file cannot be read. */
export function NewCampaignPage() {
  const [door, setDoor] = useState<Door>()
  const [unchosen, setUnchosen] = useState(false)
  // one id for the page: pressed twice, or sent again after a lost answer, it is the same campaign
  const [id] = useState(() => newId())
  const upload = useUpload()
  // a file chosen before the door is sent as soon as the door is chosen
  const [waiting, setWaiting] = useState<File>()
  const [kept, setKept] = useState<UploadedFile>()
  const { go } = useNavigation()
  const tell = useNotices()
  const open = ({ campaignId, factsFound }: { campaignId: string; factsFound: number }) => {
    forgetPasted()
    tell({ text: factsFound > 0 ? `Đã đọc được ${factsFound} dữ kiện` : 'Chưa đọc được dữ kiện nào, nhập bằng tay' })
    go(`/phong-trao/${campaignId}/ra-soat`, { replace: true })
  }
  const reading = useAct(
    (input: { fileId: string; door: Door }) => campaigns.createFromFile.call({ id, ...input }),
    open,
  )
  const byHand = useAct(
    (input: { door: Door; fileId: string | null; text: string }) => campaigns.createByHand.call({ id, ...input }),
    open,
  )
  const needDoor = (): Door | undefined => {
    setUnchosen(door === undefined)
    return door
  }
  const take = async (file: File | undefined, chosen: Door | undefined) => {
    setWaiting(chosen === undefined ? file : undefined)
    if (file === undefined || chosen === undefined) return
    reading.clear()
    setKept(undefined)
    const sent = await upload.send(file)
    if (sent === undefined) return
    setKept(sent)
    reading.run({ fileId: sent.id, door: chosen })
  }
  const refused: ApiProblem | undefined = upload.problem ?? reading.problem
  const advice = refused && whatToDo(refused.code)
  return (
    <>
      <PageHeader
        title="Tạo phong trào từ văn bản"
        crumbs={[{ href: '/phong-trao', word: 'Phong trào thi đua' }]}
        lead="Đưa kế hoạch lên, hệ thống đọc ra đợt, chỉ tiêu, nhiệm vụ, thời hạn để rà soát"
      />
      <Panel title="Văn bản này">
        <RadioGroup
          id="cach-ban-hanh"
          label="Văn bản này"
          labelHidden
          value={door}
          onChange={(value) => {
            setDoor(value)
            setUnchosen(false)
            void take(waiting, value)
          }}
          error={unchosen ? doorMissing(waiting) : undefined}
          options={[
            {
              value: 'issued',
              label: 'Đã ban hành',
              help: 'Đã có số, ngày, người ký. Người có thẩm quyền đồng ý là phát động ngay',
            },
            {
              value: 'draft',
              label: 'Còn là dự thảo',
              help: 'Người có thẩm quyền xem và đồng ý trước; số, ngày, tệp đã ký nhập sau',
            },
          ]}
        />
      </Panel>
      <Panel title="Tệp văn bản">
        <Stack>
          {reading.busy ? (
            <LongJob title="Đang đọc văn bản" words={`${kept?.name ?? 'Tệp'} đã tải lên. Thường xong trong vài giây`} />
          ) : (
            <FileField
              large
              label="Kế hoạch, chỉ thị hoặc hướng dẫn"
              accepts=".docx, .pdf có lớp chữ, .txt, .md, đến 20 MB"
              accept=".docx,.pdf,.txt,.md"
              onFiles={(files) => void take(files[0], needDoor())}
              sending={upload.sending}
              onStop={upload.stop}
            />
          )}
          {refused && (
            <Note tone="son" alert title={refused.sentence}>
              {advice}
              {refused.reference && ` Mã để báo quản trị: ${refused.reference}`}
            </Note>
          )}
        </Stack>
      </Panel>
      <ByHand
        suggested={refused !== undefined && refused.code !== 'offline'}
        kept={kept}
        busy={byHand.busy}
        problem={byHand.problem}
        onCreate={(text, withFile) => {
          const chosen = needDoor()
          if (chosen === undefined) document.getElementById('cach-ban-hanh')?.focus()
          else byHand.run({ door: chosen, text, fileId: withFile && kept ? kept.id : null })
        }}
      />
    </>
  )
}

function doorMissing(waiting: File | undefined): string {
  const choose = 'Chọn văn bản đã ban hành hay còn là dự thảo'
  return waiting === undefined ? choose : `${choose} để gửi tệp ${waiting.name}`
}
