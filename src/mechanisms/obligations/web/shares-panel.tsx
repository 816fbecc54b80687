import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { formatDate } from '../../../kernel/plain-date.ts'
import { sentences, whyEmpty } from '../../../platform/web/form-checks.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import { dayField, useForm } from '../../../platform/web/use-form.ts'
import {
  Acts,
  Button,
  DateField,
  Dialog,
  FileList,
  Form,
  Panel,
  SelectField,
  Stack,
  TextArea,
  useNotices,
  WorkList,
  WorkRow,
} from '../../../ui/index.ts'
import { type ObligationDetails, obligations } from './api.ts'
import { FilesField, type KeptFile } from './files-field.tsx'

type Share = ObligationDetails['shares'][number]

/** Who of the unit does which part: given, done by whoever has it, taken back. Nothing where there are none and none may be given. */
export function SharesPanel({ details }: { details: ObligationDetails }) {
  const [giving, setGiving] = useState(false)
  const [finishing, setFinishing] = useState<Share>()
  const { shares, obligation } = details
  const mayGive = obligation.actions.share !== undefined
  if (shares.length === 0 && !mayGive) return null
  return (
    <Panel
      flush={shares.length > 0}
      title="Phần việc"
      count={shares.length > 0 ? shares.length : undefined}
      acts={
        mayGive && (
          <Button size="s" icon="plus" onClick={() => setGiving(true)}>
            Chia phần việc
          </Button>
        )
      }
    >
      {shares.length === 0 ? (
        <p>Chưa chia cho ai. Việc có thể chia thành nhiều phần, mỗi phần một người làm, có hạn riêng.</p>
      ) : (
        <WorkList>
          {shares.map((share) => (
            <ShareRow key={share.id} share={share} onFinish={() => setFinishing(share)} />
          ))}
        </WorkList>
      )}
      <Dialog open={giving} onClose={() => setGiving(false)} title="Chia phần việc">
        <GiveForm details={details} onClose={() => setGiving(false)} />
      </Dialog>
      <Dialog open={finishing !== undefined} onClose={() => setFinishing(undefined)} title="Báo xong phần việc">
        {finishing && <FinishForm share={finishing} onClose={() => setFinishing(undefined)} />}
      </Dialog>
    </Panel>
  )
}

function ShareRow({ share, onFinish }: { share: Share; onFinish: () => void }) {
  const tell = useNotices()
  const back = useAct(obligations.takeBackShare.call, () =>
    tell({ text: `Đã lấy lại phần việc của ${share.personName}` }),
  )
  return (
    <WorkRow
      status={shareStatus(share)}
      title={`${share.personName}: ${share.part}`}
      sub={
        <>
          {[
            share.post,
            share.dueOn && `Hạn ${formatDate(share.dueOn)}`,
            share.doneOn && `Xong ${formatDate(share.doneOn)}`,
            share.doneNote,
          ]
            .filter(Boolean)
            .join('. ')}
          {share.files.length > 0 && (
            <FileList
              label={`Tệp của ${share.personName}`}
              files={share.files.map((file) => ({ ...file, sub: 'Tải về', href: fileHref(file.id) }))}
            />
          )}
        </>
      }
      act={
        (share.actions.finish || share.actions['take-back']) && (
          <Acts>
            {share.actions.finish && (
              <Button size="s" kind="primary" onClick={onFinish}>
                Báo xong
              </Button>
            )}
            {share.actions['take-back'] && (
              <Button size="s" busy={back.busy} onClick={() => back.run({ id: share.id, version: share.version })}>
                Lấy lại<span className="visually-hidden"> phần việc của {share.personName}</span>
              </Button>
            )}
          </Acts>
        )
      }
    />
  )
}

function shareStatus(share: Share) {
  if (share.doneOn !== null) return { tone: 'luc', icon: 'circle-check', word: 'Đã xong' } as const
  if (share.gone) return { tone: 'cam', icon: 'alert-triangle', word: 'Đã rời đơn vị' } as const
  return { tone: 'xam', icon: 'circle-dashed', word: 'Đang làm' } as const
}

function GiveForm({ details, onClose }: { details: ObligationDetails; onClose: () => void }) {
  const [id] = useState(() => newId())
  const tell = useNotices()
  const { obligation, people } = details
  const form = useForm({
    initial: { personId: '', part: '', dueOn: '' as string | undefined },
    check: (typed) =>
      sentences({
        personId: typed.personId === '' ? 'Chọn người làm phần việc' : undefined,
        part: whyEmpty(typed.part, 'phần việc'),
        dueOn: typed.dueOn === undefined ? 'Ngày này không có trong lịch. Nhập ngày/tháng/năm' : undefined,
      }),
    send: (typed) =>
      obligations.giveShare.call({
        id,
        obligationId: obligation.id,
        personId: typed.personId,
        part: typed.part,
        dueOn: typed.dueOn || null,
      }),
    onDone: ({ share }) => {
      tell({ text: `Đã chia phần việc cho ${share.personName}` })
      onClose()
    },
  })
  return (
    <Form form={form} send="Chia phần việc" onClose={onClose} problemsTitle="Chưa chia được phần việc">
      <SelectField
        {...form.field('personId')}
        label="Người làm"
        placeholder="Chọn người của đơn vị"
        options={people.map((person) => ({ value: person.id, label: `${person.name}, ${person.post}` }))}
      />
      <TextArea {...form.field('part')} label="Phần việc" maxLength={500} help="Ví dụ: Chụp ảnh, ghi biên bản" />
      <DateField
        {...dayField(form.field('dueOn'))}
        label="Hạn của phần việc"
        optional
        help={`Không sau ngày cuối của việc, ${formatDate(obligation.due.lastDay)}`}
      />
    </Form>
  )
}

function FinishForm({ share, onClose }: { share: Share; onClose: () => void }) {
  const tell = useNotices()
  const form = useForm({
    initial: { note: '', fileIds: [] as readonly KeptFile[] },
    send: (typed) =>
      obligations.finishShare.call({
        id: share.id,
        version: share.version,
        note: typed.note,
        fileIds: typed.fileIds.map((file) => file.id),
      }),
    onDone: () => {
      tell({ text: 'Đã báo xong phần việc' })
      onClose()
    },
  })
  return (
    <Form form={form} send="Báo xong phần việc" onClose={onClose} problemsTitle="Chưa báo xong được">
      <Stack gap="s">
        <p>
          <b>{share.part}</b>
        </p>
      </Stack>
      <TextArea {...form.field('note')} label="Kết quả" optional maxLength={2000} />
      <FilesField {...form.field('fileIds')} label="Tệp kèm theo" />
    </Form>
  )
}
