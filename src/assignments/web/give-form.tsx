import { ScanField } from '../../mechanisms/obligations/web/index.ts'
import { WithUnits } from '../../organisation/web/index.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  Cell,
  DateField,
  FieldGrid,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
  TreeSelect,
} from '../../ui/index.ts'
import type { AssignmentOutputs } from './api.ts'
import { DutiesForeseen } from './duties-foreseen.tsx'
import { receiverNodes } from './receiver-nodes.ts'
import type { Typed } from './typed-work.ts'
import { BASIS_OPTIONS, DAY_RULE_OPTIONS, RECURRENCE_OPTIONS } from './words.ts'

type GiveFormProps = {
  givers: readonly { id: string; name: string }[]
  initial: Typed
  send: string
  leave: string
  onSend: (typed: Typed) => Promise<AssignmentOutputs['give']>
  onDone: (given: AssignmentOutputs['give']) => void
}

/** Work given to units: what, by which document, to whom, by when; and how many duties that makes. */
export function GiveForm({ givers, initial, send, leave, onSend, onDone }: GiveFormProps) {
  const form = useForm({
    initial,
    paths: {
      'due.day': 'dueDay',
      'basis.number': 'number',
      'basis.issuedOn': 'issuedOn',
      'basis.issuer': 'issuer',
      'basis.fileId': 'file',
    },
    check: whatIsWrong,
    send: onSend,
    onDone,
  })
  const { values } = form
  return (
    <Form form={form} send={send} leave={leave} problemsTitle="Chưa giao được việc">
      <FieldGrid>
        {givers.length > 1 && (
          <Cell span={6}>
            <SelectField
              {...form.field('unitId')}
              label="Giao thay đơn vị"
              options={givers.map((unit) => ({ value: unit.id, label: unit.name }))}
            />
          </Cell>
        )}
        <Cell span={12}>
          <TextField {...form.field('title')} label="Tên việc" help="Ngắn gọn, ví dụ: Báo cáo đăng ký thi đua" />
        </Cell>
        <Cell span={12}>
          <TextArea {...form.field('words')} label="Nội dung" optional maxLength={5000} help="Nguyên văn giao việc" />
        </Cell>
        <Cell span={12}>
          <RadioGroup
            label="Giao việc"
            inline
            value={values.basis}
            onChange={(basis) => form.set({ basis })}
            options={[
              { value: 'yes', label: 'Theo văn bản' },
              { value: 'no', label: 'Giao trực tiếp' },
            ]}
          />
        </Cell>
        {values.basis === 'yes' && <BasisFields form={form} />}
        <Cell span={12}>
          <WithUnits>
            {(units) => (
              <TreeSelect
                id={form.field('unitIds').id}
                label="Đơn vị nhận việc"
                noun="đơn vị"
                nodes={receiverNodes(units, values.unitId)}
                chosen={values.unitIds}
                onChange={(unitIds) => form.set({ unitIds })}
                error={form.field('unitIds').error}
              />
            )}
          </WithUnits>
        </Cell>
        <DueFields form={form} />
        <Cell span={12}>
          <RadioGroup
            label="Minh chứng"
            inline
            value={values.needsProof}
            onChange={(needsProof) => form.set({ needsProof })}
            options={[
              { value: 'no', label: 'Không bắt buộc' },
              { value: 'yes', label: 'Phải có tệp minh chứng' },
            ]}
          />
        </Cell>
        <Cell span={12}>
          <DutiesForeseen typed={values} />
        </Cell>
      </FieldGrid>
    </Form>
  )
}

type FormOf = ReturnType<typeof useForm<Typed, AssignmentOutputs['give']>>

function BasisFields({ form }: { form: FormOf }) {
  return (
    <>
      <Cell span={3}>
        <SelectField {...form.field('basisKind')} label="Loại văn bản" options={BASIS_OPTIONS} />
      </Cell>
      <Cell span={3}>
        <TextField {...form.field('number')} label="Số, ký hiệu" />
      </Cell>
      <Cell span={3}>
        <DateField {...dayField(form.field('issuedOn'))} label="Ngày ban hành" />
      </Cell>
      <Cell span={12}>
        <TextField {...form.field('issuer')} label="Nơi ban hành" />
      </Cell>
      <Cell span={12}>
        <ScanField
          label="Tệp văn bản"
          optional
          value={form.values.file}
          onChange={(file) => form.set({ file })}
          error={form.field('file').error}
        />
      </Cell>
    </>
  )
}

function DueFields({ form }: { form: FormOf }) {
  const { values } = form
  return (
    <>
      <Cell span={3}>
        <SelectField
          {...form.field('relation')}
          value={values.relation}
          onChange={(relation) => form.set({ relation: relation === 'before' ? 'before' : 'by' })}
          label="Thời hạn là"
          options={[
            { value: 'by', label: 'Chậm nhất ngày' },
            { value: 'before', label: 'Trước ngày' },
          ]}
        />
      </Cell>
      <Cell span={3}>
        <DateField
          {...dayField(form.field('dueDay'))}
          label={values.recurrence === 'once' ? 'Ngày' : 'Ngày của lượt đầu'}
        />
      </Cell>
      <Cell span={3}>
        <SelectField {...form.field('recurrence')} label="Lặp lại" options={RECURRENCE_OPTIONS} />
      </Cell>
      {values.recurrence !== 'once' && (
        <Cell span={3}>
          <DateField {...dayField(form.field('until'))} label="Đến ngày" />
        </Cell>
      )}
      <Cell span={3}>
        <SelectField {...form.field('dayRule')} label="Nếu rơi vào ngày nghỉ" options={DAY_RULE_OPTIONS} />
      </Cell>
    </>
  )
}

function whatIsWrong(typed: Typed) {
  const paper = typed.basis === 'yes'
  return sentences({
    title: whyEmpty(typed.title, 'tên việc'),
    number: paper ? whyEmpty(typed.number, 'số, ký hiệu văn bản') : undefined,
    issuedOn: paper ? whyNotDay(typed.issuedOn, 'ngày ban hành') : undefined,
    issuer: paper ? whyEmpty(typed.issuer, 'nơi ban hành') : undefined,
    unitIds: typed.unitIds.size === 0 ? 'Chọn đơn vị nhận việc' : undefined,
    dueDay: whyNotDay(typed.dueDay, 'ngày đến hạn'),
    until: typed.recurrence === 'once' ? undefined : whyNotDay(typed.until, 'ngày kết thúc'),
  })
}
