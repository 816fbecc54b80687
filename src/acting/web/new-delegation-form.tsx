import { useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { sentences, whyEmpty, whyNotDay } from '../../platform/web/form-checks.ts'
import { useToday } from '../../platform/web/today.ts'
import { dayField, useForm } from '../../platform/web/use-form.ts'
import {
  Cell,
  CheckboxField,
  DateField,
  FieldGrid,
  FieldSaid,
  Form,
  RadioGroup,
  SelectField,
  Stack,
  TextField,
  useNavigation,
  useNotices,
} from '../../ui/index.ts'
import classes from './acting.module.css'
import { acting, type DelegablePost } from './api.ts'
import { ChoosePerson } from './choose-person.tsx'
import { type PaperFile, PaperFileField } from './paper-file-field.tsx'

type SignsAs = 'KT.' | 'TL.' | 'TUQ.'

const ROLE_WORDS: Readonly<Record<DelegablePost['grants'][number]['role'], string>> = {
  administrator: 'Quản trị viên',
  'standing-office': 'Bộ phận thường trực',
  authority: 'Người có thẩm quyền',
  head: 'Người đứng đầu đơn vị',
  officer: 'Công chức phụ trách',
  staff: 'Công chức, viên chức',
  auditor: 'Người kiểm tra',
}

/** From which post, which grants, to whom, how it is signed, for which days, by which paper. */
export function NewDelegationForm({ posts, way }: { posts: readonly DelegablePost[]; way: 'product' | 'paper' }) {
  const [id] = useState(() => newId())
  const today = useToday()
  const tell = useNotices()
  const { go } = useNavigation()
  const [first] = posts
  const ableOf = (post: DelegablePost | undefined) =>
    (post?.grants ?? []).filter((grant) => grant.whyNot === null).map((grant) => grant.id)
  const form = useForm({
    initial: {
      fromPostId: first?.id ?? '',
      grantIds: ableOf(first),
      unitId: first?.unitId ?? '',
      toPostId: '',
      signsAs: 'KT.' as SignsAs,
      from: today as string | undefined,
      to: '' as string | undefined,
      reason: '',
      documentNumber: '',
      documentDay: '' as string | undefined,
      fileId: undefined as PaperFile | undefined,
    },
    check: (typed) => {
      const needsPaper = way === 'paper' || typed.signsAs !== 'KT.'
      return sentences({
        grantIds: typed.grantIds.length === 0 ? 'Chọn ít nhất một quyền' : undefined,
        toPostId: typed.toPostId === '' ? 'Chọn người được ủy quyền' : undefined,
        from: whyNotDay(typed.from, 'ngày bắt đầu'),
        to: whyNotDay(typed.to, 'ngày cuối'),
        reason: whyEmpty(typed.reason, 'lý do, ví dụ: đi công tác'),
        documentNumber: needsPaper ? whyEmpty(typed.documentNumber, 'số văn bản') : undefined,
        documentDay: needsPaper || typed.documentDay !== '' ? whyNotDay(typed.documentDay, 'ngày văn bản') : undefined,
        fileId: way === 'paper' && typed.fileId === undefined ? 'Tải bản chụp của giấy lên' : undefined,
      })
    },
    send: ({ unitId: _, fileId, ...typed }) =>
      acting.delegate.call({
        id,
        ...typed,
        from: typed.from ?? '',
        to: typed.to ?? '',
        reason: typed.reason.trim(),
        documentNumber: typed.documentNumber.trim() || null,
        documentDay: typed.documentDay || null,
        fileId: fileId?.id ?? null,
        way,
      }),
    paths: { 'consent.givenOn': 'documentDay', 'consent.scanFileId': 'fileId' },
    onDone: ({ delegation }) => {
      tell({ text: `Đã ủy quyền cho ${delegation.toName} đến hết ngày ${formatDate(delegation.to)}` })
      go('/uy-quyen')
    },
  })
  const post = posts.find((one) => one.id === form.values.fromPostId)
  const grants = form.field('grantIds')
  const choosePost = (fromPostId: string) => {
    const chosen = posts.find((one) => one.id === fromPostId)
    form.set({ fromPostId, grantIds: ableOf(chosen), unitId: chosen?.unitId ?? '', toPostId: '' })
  }
  const paperOptional = way === 'product' && form.values.signsAs === 'KT.'
  return (
    <Form
      form={form}
      send={way === 'paper' ? 'Ghi ủy quyền' : 'Ủy quyền'}
      leave="/uy-quyen"
      label="Ủy quyền"
      problemsTitle="Chưa ủy quyền được. Sửa các mục sau"
    >
      <FieldGrid>
        <Cell span={12}>
          <SelectField
            {...form.field('fromPostId')}
            onChange={choosePost}
            label={way === 'paper' ? 'Vị trí của người ủy quyền' : 'Từ vị trí của mình'}
            options={posts.map((one) => ({ value: one.id, label: `${one.personName}, ${one.title}, ${one.unitName}` }))}
          />
        </Cell>
        <Cell span={12}>
          <fieldset id={grants.id} tabIndex={-1}>
            <legend className={classes.legend}>Quyền được ủy quyền</legend>
            <Stack gap="s">
              {post?.grants.map((grant) => (
                <CheckboxField
                  key={grant.id}
                  label={`${ROLE_WORDS[grant.role]}, tại ${grant.unitName}`}
                  help={grant.whyNot ?? (grant.to === null ? undefined : `Quyền này đến hết ${formatDate(grant.to)}`)}
                  checked={grants.value.includes(grant.id)}
                  onChange={(on) =>
                    grant.whyNot === null &&
                    grants.onChange(on ? [...grants.value, grant.id] : grants.value.filter((one) => one !== grant.id))
                  }
                />
              ))}
              {grants.error !== undefined && <FieldSaid id={`${grants.id}-said`} text={grants.error} />}
            </Stack>
          </fieldset>
        </Cell>
        <ChoosePerson
          unit={{
            ...form.field('unitId'),
            onChange: (unitId) => form.set({ unitId, toPostId: '' }),
          }}
          who={form.field('toPostId')}
          by="post"
          label="Người được ủy quyền"
          without={post?.personId ?? ''}
        />
        <Cell span={12}>
          <RadioGroup
            {...form.field('signsAs')}
            label="Cách ký"
            options={[
              { value: 'KT.', label: 'KT. (ký thay)', help: 'Cấp phó ký thay cấp trưởng cùng đơn vị' },
              { value: 'TUQ.', label: 'TUQ. (thừa ủy quyền)', help: 'Bằng văn bản, cho người trong cơ cấu tổ chức' },
              { value: 'TL.', label: 'TL. (thừa lệnh)', help: 'Người đứng đầu đơn vị thuộc cơ quan ký theo lệnh' },
            ]}
          />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('from'))} label="Từ ngày" />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('to'))} label="Đến hết ngày" help="Hết ngày này ủy quyền tự hết" />
        </Cell>
        <Cell span={12}>
          <TextField {...form.field('reason')} label="Lý do" help="Ví dụ: đi công tác; nghỉ phép" />
        </Cell>
        <Cell span={6}>
          <TextField
            {...form.field('documentNumber')}
            label="Số văn bản"
            optional={paperOptional}
            help="Ví dụ: 12/GUQ-SNV"
          />
        </Cell>
        <Cell span={6}>
          <DateField {...dayField(form.field('documentDay'))} label="Ngày văn bản" optional={paperOptional} />
        </Cell>
        <Cell span={12}>
          <PaperFileField {...form.field('fileId')} label="Tệp văn bản" optional={way === 'product'} />
        </Cell>
      </FieldGrid>
    </Form>
  )
}
