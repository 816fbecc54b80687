import type { Example } from '../examples/example.ts'
import { WithState } from '../examples/with-state.tsx'
import { Cell, FieldGrid, Stack } from '../layout/layout.tsx'
import { CheckboxField, RadioGroup } from './choice-fields.tsx'
import { DateField } from './date-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { SourceLink } from './field.tsx'
import { FileField, FileList } from './file-field.tsx'
import { PasswordField } from './password-field.tsx'
import { SelectField } from './select-field.tsx'
import { TextArea, TextField } from './text-field.tsx'

const nothing = () => undefined

export const examples: readonly Example[] = [
  {
    id: 'text',
    title: 'Chữ: thường, không bắt buộc, còn ngờ, sai',
    element: (
      <Stack>
        <WithState start="112/QĐ-SNV">
          {(value, set) => (
            <TextField label="Số quyết định" value={value} onChange={set} help="Ghi đúng như trên bản đã ký" />
          )}
        </WithState>
        <WithState start="">
          {(value, set) => <TextField label="Ghi chú" optional value={value} onChange={set} placeholder="Viết ngắn" />}
        </WithState>
        <WithState start="   /KH-SNV">
          {(value, set) => (
            <TextField
              label="Số, ký hiệu"
              value={value}
              onChange={set}
              doubt="Bản thảo để trống số. Nhập số trên bản đã ký"
              source={<SourceLink number={1} what="Số, ký hiệu" doubtful onClick={nothing} />}
            />
          )}
        </WithState>
        <WithState start="14">
          {(value, set) => (
            <TextField
              label="Số người đạt"
              value={value}
              onChange={set}
              numeric
              inputMode="numeric"
              error="Phòng có 12 người. Nhập số từ 0 đến 12"
            />
          )}
        </WithState>
        <TextField label="Tên đăng nhập" value="hoa.le" onChange={nothing} readOnly />
      </Stack>
    ),
  },
  {
    id: 'area',
    title: 'Nhiều dòng, có nơi trích',
    element: (
      <WithState start="Đoàn kết, đổi mới, thi đua hoàn thành vượt mức các chỉ tiêu, nhiệm vụ năm 2022">
        {(value, set) => (
          <TextArea
            label="Chủ đề"
            value={value}
            onChange={set}
            rows={2}
            source={<SourceLink number={5} what="Chủ đề" onClick={nothing} />}
          />
        )}
      </WithState>
    ),
  },
  {
    id: 'select',
    title: 'Chọn một trong danh sách',
    element: (
      <FieldGrid>
        <Cell span={6}>
          <WithState start="KH">
            {(value, set) => (
              <SelectField
                label="Loại văn bản"
                value={value}
                onChange={set}
                options={[
                  { value: 'KH', label: 'Kế hoạch' },
                  { value: 'CT', label: 'Chỉ thị' },
                ]}
              />
            )}
          </WithState>
        </Cell>
        <Cell span={6}>
          <WithState start="">
            {(value, set) => (
              <SelectField
                label="Đơn vị"
                value={value}
                onChange={set}
                placeholder="Chọn đơn vị"
                error="Chọn đơn vị"
                options={[
                  { value: '1', label: 'Văn phòng Sở', group: 'Phòng' },
                  { value: '2', label: 'Trung tâm Lưu trữ lịch sử', group: 'Đơn vị sự nghiệp' },
                ]}
              />
            )}
          </WithState>
        </Cell>
      </FieldGrid>
    ),
  },
  {
    id: 'date',
    title: 'Ngày gõ dd/mm/yyyy: có, trống, còn ngờ, không có trên lịch',
    element: (
      <FieldGrid>
        <Cell span={6} keepHalf>
          <WithState<string | undefined> start="2022-07-15">
            {(value, set) => (
              <DateField
                label="Tổng kết trước ngày"
                value={value ?? ''}
                onChange={set}
                help="Ngày cuối là 14/07/2022"
              />
            )}
          </WithState>
        </Cell>
        <Cell span={6} keepHalf>
          <WithState<string | undefined> start="">
            {(value, set) => <DateField label="Ngày ký" value={value ?? ''} onChange={set} />}
          </WithState>
        </Cell>
        <Cell span={6} keepHalf>
          <DateField label="Bắt đầu" value="2022-01-01" onChange={nothing} doubt="Văn bản chỉ ghi “tháng 01/2022”" />
        </Cell>
        <Cell span={6} keepHalf>
          <DateField
            label="Kết thúc"
            value=""
            onChange={nothing}
            error="Không có ngày 31/02/2022. Nhập ngày có trên lịch"
          />
        </Cell>
      </FieldGrid>
    ),
  },
  {
    id: 'choices',
    title: 'Một ô, một trong vài',
    element: (
      <Stack>
        <WithState start={true}>
          {(value, set) => (
            <CheckboxField
              label="Công bố trang công khai"
              help="Ai cũng xem được, không cần đăng nhập"
              checked={value}
              onChange={set}
            />
          )}
        </WithState>
        <CheckboxField label="Đã đọc toàn văn" checked={false} onChange={nothing} error="Đánh dấu sau khi đọc" />
        <WithState<'product' | 'paper'> start="paper">
          {(value, set) => (
            <RadioGroup
              label="Cách cho ý kiến"
              value={value}
              onChange={set}
              options={[
                { value: 'product', label: 'Trên phần mềm' },
                { value: 'paper', label: 'Ghi từ bản giấy', help: 'Nêu ai, ngày nào, kèm bản chụp' },
              ]}
            />
          )}
        </WithState>
        <RadioGroup
          label="Văn bản đã ban hành chưa"
          inline
          value={undefined}
          onChange={nothing}
          error="Chọn một"
          options={[
            { value: 'issued', label: 'Đã có số' },
            { value: 'draft', label: 'Dự thảo' },
          ]}
        />
      </Stack>
    ),
  },
  {
    id: 'password',
    title: 'Mật khẩu: hiện tại, mới và độ mạnh',
    element: (
      <Stack>
        <WithState start="mot cau">
          {(value, set) => <PasswordField label="Mật khẩu" purpose="current" value={value} onChange={set} />}
        </WithState>
        {['', 'ngan qua', 'matkhau123456', 'rung thong xanh', 'Bốn mùa thông reo trên đồi'].map((start) => (
          <WithState key={start} start={start}>
            {(value, set) => <PasswordField label="Mật khẩu mới" purpose="new" value={value} onChange={set} />}
          </WithState>
        ))}
      </Stack>
    ),
  },
  {
    id: 'files',
    title: 'Tệp: chờ, đang gửi, bị từ chối, danh sách',
    element: (
      <Stack>
        <FileField
          large
          label="Văn bản"
          accepts=".docx, .pdf có chữ, .txt, .md; đến 20 MB"
          accept=".docx,.pdf,.txt,.md"
          onFiles={nothing}
        />
        <FileField label="Bản chụp" optional accepts="Ảnh hoặc PDF, đến 20 MB" onFiles={nothing} />
        <FileField
          label="Biên bản"
          accepts="Ảnh hoặc PDF"
          onFiles={nothing}
          sending={{ name: 'bien-ban-quan-triet.pdf', part: 0.4 }}
          onStop={nothing}
        />
        <FileField
          label="Văn bản đã ký"
          accepts="PDF, đến 20 MB"
          onFiles={nothing}
          error="Tệp 200 MB, quá lớn. Chọn tệp đến 20 MB"
        />
        <FileList
          label="Minh chứng"
          files={[
            {
              id: '1',
              name: 'Quyết định công bố chỉ số năm 2023',
              sub: 'PDF, 1,2 MB, vừa đính kèm',
              href: '/api/files/1',
              onRemove: nothing,
            },
            { id: '2', name: 'Biên bản hội nghị quán triệt', sub: 'PDF, 420 kB' },
          ]}
        />
      </Stack>
    ),
  },
  {
    id: 'summary',
    title: 'Tóm tắt chỗ cần sửa',
    element: (
      <ErrorSummary
        title="Chưa gửi được báo cáo, có 2 chỗ cần sửa"
        problems={[
          { fieldId: 'so-nguoi', text: 'Số người đạt lớn hơn số người của phòng' },
          { fieldId: 'ngay-ky', text: 'Ngày ký thiếu ngày' },
        ]}
      />
    ),
  },
]
