import { useState } from 'react'
import { formatMoment } from '../../../kernel/plain-date.ts'
import { useAct } from '../../../platform/web/use-act.ts'
import {
  Button,
  ErrorSummary,
  type FieldProblem,
  History,
  Note,
  Panel,
  SaveState,
  Stack,
  StickyFoot,
  useNotices,
} from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import { addSection, withProposed } from '../../domain/edit-form.ts'
import { type Definition, type FormPageData, reports } from '../api.ts'
import { HeadPanel } from './head-panel.tsx'
import { Preview } from './preview.tsx'
import { PublishDialog } from './publish-dialog.tsx'
import { newKey, SectionPanel } from './section-panel.tsx'
import { UnitsPanel } from './units-panel.tsx'
import { useFormDraft } from './use-form-draft.ts'

type Wrong = readonly { field: string; text: string }[]
type Props = { page: FormPageData; looking: boolean; onLook: (looking: boolean) => void }

/** The form while it is designed: saves itself; looked at as a unit sees it; published when nothing is missing. */
export function FormDesigner({ page, looking, onLook }: Props) {
  const { form } = page
  const designing = useFormDraft(page)
  const [wrong, setWrong] = useState<Wrong>([])
  const [publishing, setPublishing] = useState<number>()
  const { draft } = designing
  const said = (field: string) => wrong.find((one) => one.field === field)?.text
  const change = (definition: Definition) => {
    setWrong([])
    designing.change({ definition })
  }
  const publish = async () => setPublishing(await designing.settled())
  return (
    <>
      {looking ? (
        <Preview definition={draft.definition} />
      ) : (
        <Stack gap="l">
          <ErrorSummary title={`Chưa ban hành được, còn ${wrong.length} chỗ`} problems={placesOf(wrong)} />
          {designing.clash && (
            <Note
              tone="cam"
              alert
              title="Người khác vừa sửa biểu mẫu này"
              acts={
                <>
                  <Button size="s" onClick={designing.takeTheirs}>
                    Dùng bản mới trên máy chủ
                  </Button>
                  <Button size="s" onClick={designing.keepMine}>
                    Giữ bản đang sửa
                  </Button>
                </>
              }
            >
              Bản đang sửa chưa được lưu. Chọn giữ bản nào.
            </Note>
          )}
          <HeadPanel page={page} designing={designing} said={said} />
          {draft.definition.sections.map((section, at) => (
            <SectionPanel
              key={section.key}
              definition={draft.definition}
              section={section}
              at={at}
              published={publishedKeys(page)}
              said={said}
              onChange={change}
            />
          ))}
          <MoreLines page={page} definition={draft.definition} onChange={change} />
          {form.actions['set-units'] && <UnitsPanel page={page} designing={designing} said={said} />}
          <Versions page={page} />
        </Stack>
      )}
      <StickyFoot words={<SaveState value={designing.save} />}>
        <Button icon={looking ? 'pencil' : 'eye'} onClick={() => onLook(!looking)}>
          {looking ? 'Sửa tiếp' : 'Xem như đơn vị thấy'}
        </Button>
        {form.actions.publish && (
          <Button kind="primary" icon="send" onClick={() => void publish()}>
            {form.versionNo === 0 ? 'Ban hành biểu mẫu' : 'Ban hành lần sửa'}
          </Button>
        )}
      </StickyFoot>
      {publishing !== undefined && (
        <PublishDialog
          page={page}
          version={publishing}
          onClose={() => setPublishing(undefined)}
          onProblems={(problems) => {
            setPublishing(undefined)
            onLook(false)
            setWrong(problems)
          }}
        />
      )}
    </>
  )
}

/** Kinds stay with lines that units may have filled. */
function publishedKeys({ form }: FormPageData): ReadonlySet<string> {
  return form.versionNo === 0 ? new Set() : new Set(linesOf(form.definition).map((line) => line.key))
}

function placesOf(wrong: Wrong): FieldProblem[] {
  return wrong.map(({ field, text }) => ({ fieldId: field.replace(/\./g, '-'), text }))
}

function MoreLines({
  page,
  definition,
  onChange,
}: {
  page: FormPageData
  definition: Definition
  onChange: (definition: Definition) => void
}) {
  const tell = useNotices()
  const propose = useAct(
    (_: undefined) => reports.proposeLines.call({ id: page.form.id }),
    (proposed) => {
      const next = withProposed(definition, proposed) as Definition
      const added = linesOf(next).length - linesOf(definition).length
      if (added > 0) onChange(next)
      tell({
        text: added > 0 ? `Đã thêm ${added} dòng từ kế hoạch, xem lại từng dòng` : 'Kế hoạch không có dòng nào mới',
      })
    },
  )
  const section = () => onChange(addSection(definition, { key: newKey(), title: '', lines: [] }) as Definition)
  return (
    <div id="definition" tabIndex={-1}>
      <Stack gap="s">
        {propose.problem && (
          <Note tone="son" alert>
            {propose.problem.sentence}
          </Note>
        )}
        <div>
          <Button size="s" icon="plus" onClick={section}>
            Thêm phần
          </Button>{' '}
          {page.form.campaignId !== null && (
            <Button size="s" icon="file-text" busy={propose.busy} onClick={() => propose.run(undefined)}>
              Gợi ý dòng từ kế hoạch
            </Button>
          )}
        </div>
      </Stack>
    </div>
  )
}

function Versions({ page: { form } }: { page: FormPageData }) {
  if (form.versions.length === 0) return null
  return (
    <Panel title="Các lần ban hành" count={form.versions.length}>
      <History
        label="Các lần ban hành"
        entries={form.versions.map((version) => ({
          id: String(version.versionNo),
          tone: 'cham',
          icon: 'send',
          title: `Lần ${version.versionNo}${version.note ? `: ${version.note}` : ''}`,
          sub: `${version.byName}, ${formatMoment(new Date(version.at))}`,
        }))}
      />
    </Panel>
  )
}
