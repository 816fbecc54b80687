import { useQuery } from '@tanstack/react-query'
import { periodName } from '../../assessments/index.ts'
import { dayField } from '../../platform/web/use-form.ts'
import { useUpload } from '../../platform/web/use-upload.ts'
import {
  Cell,
  CheckboxField,
  DateField,
  FieldGrid,
  FileField,
  FileList,
  Form,
  Link,
  Note,
  Panel,
  RadioGroup,
  SelectField,
  Stack,
  TextArea,
  TextField,
} from '../../ui/index.ts'
import { findAward, type Method } from '../domain/award-codes.ts'
import { assessments } from './api.ts'
import { type AwardForm, oddRecipient } from './use-award-form.ts'
import { AWARD_OPTIONS, METHOD_OPTIONS } from './words.ts'

/** The fields of one award: whom, what, for what, by which decision. */
export function AwardFields({
  form,
  label,
  keepers,
  send,
  leave,
}: {
  form: AwardForm
  label: string
  /** Units whose entry it may be; none when that is settled. */
  keepers: readonly { value: string; label: string }[]
  send: string
  leave: string
}) {
  const { values } = form
  const periods = useQuery(assessments.periods.queryOptions({ input: {} }))
  const isPerson = values.kind === 'person'
  const double = form.refused?.code === 'award-doubled' ? doubleOf(form.refused.data) : undefined
  return (
    <Form form={form} send={send} leave={leave} label={label}>
      <Panel title="Người, tập thể được khen">
        <Stack>
          <RadioGroup
            {...form.field('kind')}
            label="Được khen là"
            inline
            options={[
              { value: 'person', label: 'Cá nhân' },
              { value: 'unit', label: 'Tập thể' },
            ]}
          />
          <FieldGrid>
            <Cell span={isPerson ? 8 : 12}>
              <TextField
                {...form.field('name')}
                label={isPerson ? 'Họ và tên' : 'Tên tập thể'}
                help="Như quyết định ghi"
                maxLength={300}
              />
            </Cell>
            {isPerson && (
              <Cell span={4}>
                <TextField
                  {...form.field('birth')}
                  label="Ngày sinh"
                  optional
                  help="Hoặc năm sinh. Chỉ nơi giữ mục này xem được"
                />
              </Cell>
            )}
            <Cell span={12}>
              <TextField
                {...form.field('unitName')}
                label={isPerson ? 'Chức vụ, đơn vị khi được khen' : 'Đơn vị cấp trên'}
                optional
                maxLength={300}
              />
            </Cell>
          </FieldGrid>
        </Stack>
      </Panel>
      <Panel title="Khen thưởng">
        <Stack>
          <FieldGrid>
            <Cell span={7}>
              <SelectField
                {...form.field('awardCode')}
                label="Danh hiệu thi đua, hình thức khen thưởng"
                placeholder="Chọn khen thưởng"
                options={AWARD_OPTIONS}
                doubt={oddRecipient(values)}
              />
            </Cell>
            <Cell span={5}>
              <SelectField
                {...form.field('method')}
                onChange={(method) => form.set({ method: method as Method | '' })}
                label="Loại hình"
                optional
                placeholder="Chưa rõ"
                options={METHOD_OPTIONS}
              />
            </Cell>
            <Cell span={12}>
              <TextField
                {...form.field('awardName')}
                label="Tên ghi trên quyết định"
                optional={values.awardCode !== 'khac'}
                maxLength={300}
                help={
                  values.awardCode === 'khac'
                    ? 'Khen thưởng này chưa có trong danh mục'
                    : `Để trống thì ghi “${findAward(values.awardCode)?.word ?? 'tên trong danh mục'}”. Tên gọi mỗi thời kỳ có thể khác`
                }
              />
            </Cell>
            <Cell span={4}>
              <SelectField
                {...form.field('periodId')}
                label="Kỳ xét"
                optional
                placeholder="Không theo kỳ"
                options={(periods.data?.periods ?? []).map((one) => ({ value: one.id, label: periodName(one) }))}
              />
            </Cell>
            <Cell span={4}>
              <DateField {...dayField(form.field('achievedFrom'))} label="Thành tích từ ngày" optional />
            </Cell>
            <Cell span={4}>
              <DateField {...dayField(form.field('achievedTo'))} label="Đến hết ngày" optional />
            </Cell>
          </FieldGrid>
          <TextArea {...form.field('achievement')} label="Thành tích" optional rows={2} maxLength={4000} />
        </Stack>
      </Panel>
      <Panel title="Quyết định">
        <Stack>
          <FieldGrid>
            <Cell span={5}>
              <TextField {...form.field('decisionNumber')} label="Số quyết định" optional maxLength={100} />
            </Cell>
            <Cell span={4}>
              <DateField {...dayField(form.field('decisionOn'))} label="Ngày quyết định" optional />
            </Cell>
            <Cell span={3}>
              <TextField
                {...form.field('decisionYear')}
                label="Năm"
                optional
                numeric
                help="Khi chỉ biết năm"
                maxLength={4}
              />
            </Cell>
            <Cell span={7}>
              <TextField {...form.field('issuer')} label="Cơ quan quyết định" optional maxLength={300} />
            </Cell>
            <Cell span={5}>
              <TextField {...form.field('signer')} label="Người ký" optional maxLength={200} />
            </Cell>
          </FieldGrid>
          <DecisionFile form={form} />
          {keepers.length > 1 && (
            <SelectField
              {...form.field('keeperUnitId')}
              label="Đơn vị giữ mục này"
              help="Công chức phụ trách của đơn vị đó và bộ phận thường trực được sửa"
              placeholder="Chọn đơn vị"
              options={keepers}
            />
          )}
        </Stack>
      </Panel>
      {(double !== undefined || values.knownDouble) && (
        <Note tone="cam" icon="copy" title="Có thể đã ghi khen thưởng này">
          <Stack gap="s">
            {double !== undefined && <Link href={`/so-khen-thuong/${double}`}>Xem mục đã có trong sổ</Link>}
            <CheckboxField
              label="Đây là khen thưởng khác, không phải mục đã có"
              checked={values.knownDouble}
              onChange={(knownDouble) => form.set({ knownDouble })}
            />
          </Stack>
        </Note>
      )}
    </Form>
  )
}

function DecisionFile({ form }: { form: AwardForm }) {
  const upload = useUpload()
  const { file } = form.values
  const take = async (files: readonly File[]) => {
    const stored = files[0] && (await upload.send(files[0]))
    if (stored) form.set({ file: stored })
  }
  if (file) {
    return (
      <FileList
        label="Tệp quyết định"
        files={[{ ...file, sub: 'Tệp quyết định', onRemove: () => form.set({ file: null }) }]}
      />
    )
  }
  return (
    <FileField
      id={form.field('file').id}
      label="Tệp quyết định"
      optional
      accepts=".pdf, .jpg, .png, đến 20 MB"
      accept=".pdf,.png,.jpg,.jpeg,.webp"
      onFiles={(files) => void take(files)}
      sending={upload.sending}
      onStop={upload.stop}
      error={upload.problem?.sentence ?? form.field('file').error}
    />
  )
}

function doubleOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('awardId' in data)) return undefined
  return typeof data.awardId === 'string' ? data.awardId : undefined
}
