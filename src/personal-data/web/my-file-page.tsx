import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  Acts,
  Answer,
  Button,
  DataTable,
  Definitions,
  Dialog,
  Empty,
  Link,
  Note,
  PageHeader,
  Panel,
  PanelBody,
  Stack,
  useNotices,
} from '../../ui/index.ts'
import { type MyFile, personalData } from './api.ts'
import { AskCorrectionForm } from './ask-correction-form.tsx'
import { CorrectionEntry } from './correction-entry.tsx'
import { saveJson } from './save-json.ts'

/** *Hồ sơ của tôi*: everything kept about whoever is signed in, who looked at what is sensitive, and how to have it corrected. */
export function MyFilePage() {
  const found = useQuery(personalData.myFile.queryOptions({ input: {} }))
  const [asking, setAsking] = useState(false)
  const tell = useNotices()
  const take = useAct(
    () => personalData.takeMyFile.call({}),
    ({ file }) => {
      saveJson('ho-so-cua-toi.json', file)
      tell({ text: 'Đã tải hồ sơ, gồm cả số định danh. Giữ tệp ở nơi riêng' })
    },
  )
  return (
    <>
      <PageHeader
        title="Hồ sơ của tôi"
        lead="Mọi dữ liệu hệ thống đang lưu về mình, ai đã xem phần riêng, và cách đề nghị sửa."
        acts={
          <>
            <Button kind="subtle" icon="download" busy={take.busy} onClick={() => take.run(undefined)}>
              Tải hồ sơ (.json)
            </Button>
            <Button kind="primary" icon="pencil" onClick={() => setAsking(true)}>
              Đề nghị sửa
            </Button>
          </>
        }
      />
      {take.problem && (
        <Note tone="son" alert>
          {take.problem.sentence}
        </Note>
      )}
      <Answer {...answerOf(found)} lines={8}>
        {(file) => <ShownFile file={file} />}
      </Answer>
      <Dialog open={asking} onClose={() => setAsking(false)} title="Đề nghị sửa hồ sơ của tôi">
        <AskCorrectionForm onClose={() => setAsking(false)} />
      </Dialog>
    </>
  )
}

function ShownFile({ file }: { file: MyFile }) {
  return (
    <Stack gap="l">
      <Corrections file={file} />
      {file.groups
        .filter((group) => group.title !== 'Đề nghị sửa')
        .map((group) => (
          <Panel
            key={group.title}
            flush
            title={group.title}
            count={group.rows.length > 1 ? group.rows.length : undefined}
          >
            {group.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own and do not change places
              <PanelBody key={index} line={index > 0}>
                <Definitions pairs={row} />
              </PanelBody>
            ))}
          </Panel>
        ))}
      <Looks seen={file.seen} />
      <p>
        Vì sao lưu, ai xem được, giữ bao lâu: <Link href="/du-lieu-ca-nhan">Dữ liệu cá nhân</Link>.
        {file.person.hasCitizenId && (
          <>
            {' '}
            Xem số định danh của mình ở <Link href={`/nguoi/${file.person.id}`}>trang của mình</Link>.
          </>
        )}
      </p>
    </Stack>
  )
}

function Corrections({ file }: { file: MyFile }) {
  const withdraw = useAct((id: string) => personalData.withdrawCorrection.call({ id }))
  if (file.corrections.length === 0) return null
  return (
    <Panel flush title="Đề nghị sửa" count={file.corrections.length}>
      {file.corrections.map((one, index) => (
        <PanelBody key={one.id} line={index > 0}>
          <CorrectionEntry correction={one}>
            <Acts>
              <ActButton act={one.actions.withdraw} size="s" busy={withdraw.busy} onClick={() => withdraw.run(one.id)}>
                Rút đề nghị
              </ActButton>
            </Acts>
          </CorrectionEntry>
        </PanelBody>
      ))}
      {withdraw.problem && (
        <PanelBody line>
          <Note tone="son" alert>
            {withdraw.problem.sentence}
          </Note>
        </PanelBody>
      )}
    </Panel>
  )
}

function Looks({ seen }: { seen: MyFile['seen'] }) {
  return (
    <Panel flush title="Ai đã xem phần riêng" count={seen.length || undefined}>
      {seen.length === 0 ? (
        <Empty title="Chưa có ai xem">Mỗi lần người giữ hồ sơ mở phần riêng, tên và lúc xem hiện ở đây.</Empty>
      ) : (
        <DataTable
          label="Ai đã xem phần riêng"
          rows={seen}
          rowKey={(look) => `${look.at} ${look.who} ${look.fields}`}
          columns={[
            { key: 'at', head: 'Lúc', width: 170, cell: (look) => formatMoment(new Date(look.at)) },
            { key: 'who', head: 'Người xem', cell: (look) => [look.who, look.capacity].filter(Boolean).join(', ') },
            { key: 'fields', head: 'Đã xem', card: 'plain', cell: (look) => look.fields },
          ]}
        />
      )}
    </Panel>
  )
}
