import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { takeList } from '../../platform/web/take-list.ts'
import { useToday } from '../../platform/web/today.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { useUpload } from '../../platform/web/use-upload.ts'
import {
  Answer,
  Button,
  ButtonLink,
  Cell,
  DateField,
  Empty,
  FieldGrid,
  FileField,
  LongJob,
  Note,
  PageHeader,
  Panel,
  SelectField,
  Stack,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import { imports, type Kind } from './api.ts'
import classes from './imports.module.css'

/** `/nhap/moi`: what is brought in, for which unit, and the sheet; straight on to how it compares. */
export function NewImportPage() {
  const kinds = useQuery(imports.kinds.queryOptions({ input: {} }))
  return (
    <>
      <PageHeader
        title="Nhập một tệp"
        crumbs={[{ href: '/nhap', word: 'Nhập từ tệp' }]}
        lead="Chưa ghi gì cho đến khi xem kết quả đối chiếu và xác nhận"
      />
      <Answer {...answerOf(kinds)} lines={8}>
        {(data) =>
          data.kinds.length === 0 ? (
            <Empty title="Không có gì để nhập">Việc nhập từ tệp do quản trị viên của đơn vị làm.</Empty>
          ) : (
            <NewImport kinds={data.kinds} />
          )
        }
      </Answer>
    </>
  )
}

function NewImport({ kinds }: { kinds: readonly Kind[] }) {
  const [id] = useState(() => newId())
  const today = useToday()
  const [name, setName] = useState(kinds[0]?.name ?? '')
  const kind = kinds.find((one) => one.name === name) ?? kinds[0]
  const [unitId, setUnitId] = useState('')
  const [day, setDay] = useState<string>(today ?? '')
  const upload = useUpload()
  const { go } = useNavigation()
  const start = useAct(
    (fileId: string) =>
      imports.start.call({
        id,
        kind: kind?.name ?? '',
        unitId: kind?.units.some((unit) => unit.id === unitId) ? unitId : (kind?.units[0]?.id ?? ''),
        fileId,
        defaultDay: kind?.defaultDay && day !== '' ? day : null,
      }),
    ({ id: made }) => go(`/nhap/${made}`, { replace: true }),
  )
  const tell = useNotices()
  const [taking, setTaking] = useState(false)
  if (!kind) return null
  const chosen = kind.units.some((unit) => unit.id === unitId) ? unitId : (kind.units[0]?.id ?? '')
  const takeToEdit = async () => {
    setTaking(true)
    const taken = await takeList('people-to-edit', { unitId: chosen })
    setTaking(false)
    tell('problem' in taken ? { text: taken.problem, tone: 'wrong' } : { text: `Đã xuất vào tệp ${taken.file}` })
  }
  const take = async (file: File | undefined) => {
    if (!file) return
    start.clear()
    const sent = await upload.send(file)
    if (sent) start.run(sent.id)
  }
  const refused = upload.problem ?? start.problem
  return (
    <>
      <Panel title="Nhập gì, cho đơn vị nào">
        <FieldGrid>
          <Cell span={6}>
            <SelectField
              label="Nội dung nhập"
              value={kind.name}
              onChange={setName}
              options={kinds.map((one) => ({ value: one.name, label: one.title }))}
            />
          </Cell>
          <Cell span={6}>
            <SelectField
              label="Đơn vị"
              help="Nhận dòng của đơn vị này và các đơn vị bên dưới"
              value={chosen}
              onChange={setUnitId}
              options={kind.units.map((unit) => ({ value: unit.id, label: unit.name }))}
            />
          </Cell>
          {kind.defaultDay && (
            <Cell span={6}>
              <DateField label={kind.defaultDay} optional value={day} onChange={(typed) => setDay(typed ?? '')} />
            </Cell>
          )}
        </FieldGrid>
      </Panel>
      <Panel
        title="Cách điền"
        acts={
          <>
            {kind.name === 'people' && (
              <Button size="s" kind="subtle" busy={taking} onClick={() => void takeToEdit()}>
                Tải danh sách đang có để sửa
              </Button>
            )}
            <ButtonLink icon="download" size="s" href={`/api/imports/templates/${kind.name}.xlsx`} download>
              Tải mẫu
            </ButtonLink>
          </>
        }
      >
        <ul className={classes.guidance}>
          {kind.guidance.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </Panel>
      <Panel title="Tệp bảng tính">
        <Stack>
          {start.busy ? (
            <LongJob title="Đang đưa vào" words="Tệp đã tải lên" />
          ) : (
            <FileField
              large
              label="Bảng tính"
              accepts=".xlsx, đến 20 MB, đến 200.000 dòng"
              accept=".xlsx"
              onFiles={(files) => void take(files[0])}
              sending={upload.sending}
              onStop={upload.stop}
            />
          )}
          {refused && <Note tone="son" alert title={refused.sentence} />}
        </Stack>
      </Panel>
    </>
  )
}
