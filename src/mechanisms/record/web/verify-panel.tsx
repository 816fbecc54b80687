import { useState } from 'react'
import { apiFor, type Outputs } from '../../../platform/web/api.ts'
import { useForm } from '../../../platform/web/use-form.ts'
import { Button, Cell, FieldGrid, Form, Note, Panel, Stack, TextField } from '../../../ui/index.ts'
import type { recordContract } from '../contract.ts'

const record = apiFor<typeof recordContract>('record')
type Verification = Outputs<typeof recordContract>['verify']

/** Checks the whole chain, and against a head that was kept outside when one is entered. */
export function VerifyPanel() {
  const [outcome, setOutcome] = useState<Verification>()
  const form = useForm({
    initial: { sealNo: '', hash: '' },
    check: ({ sealNo, hash }) => {
      if (sealNo.trim() === '' && hash.trim() === '') return {}
      const problems: Partial<Record<'sealNo' | 'hash', string>> = {}
      if (!/^[\d.]{1,15}$/.test(sealNo.trim())) problems.sealNo = 'Nhập số thứ tự như trên bản đã in, ví dụ: 1.284'
      if (!/^[0-9a-f]{8,64}$/i.test(hash.trim())) {
        problems.hash = 'Mã gồm từ 8 đến 64 ký tự 0–9, a–f. Chép lại từ bản đã in'
      }
      return problems
    },
    send: ({ sealNo, hash }) =>
      record.verify.call({
        head: hash.trim() === '' ? null : { sealNo: Number(sealNo.replaceAll('.', '')), hash: hash.trim() },
      }),
    onDone: (found) => setOutcome(found),
  })
  return (
    <div data-print="hide">
      <Panel title="Kiểm tra">
        <Stack>
          {outcome && <Outcome outcome={outcome} />}
          <Form
            form={form}
            label="Kiểm tra nhật ký"
            problemsTitle="Chưa kiểm tra được"
            acts={
              <Button type="submit" kind="primary" icon="check" busy={form.busy}>
                Kiểm tra toàn bộ nhật ký
              </Button>
            }
          >
            <FieldGrid>
              <Cell span={4}>
                <TextField
                  {...form.field('sealNo')}
                  label="Số thứ tự đã giữ bên ngoài"
                  optional
                  numeric
                  inputMode="numeric"
                />
              </Cell>
              <Cell span={6}>
                <TextField
                  {...form.field('hash')}
                  label="Mã đã giữ bên ngoài"
                  optional
                  spellCheck={false}
                  help="Ít nhất 8 ký tự đầu, từ bản in hoặc thư đã nhận"
                />
              </Cell>
            </FieldGrid>
          </Form>
        </Stack>
      </Panel>
    </div>
  )
}

function Outcome({ outcome }: { outcome: Verification }) {
  if (outcome.broken !== null) {
    return (
      <Note tone="son" title="Nhật ký không còn nguyên vẹn" alert>
        {outcome.broken}. Giữ nguyên máy chủ, lấy bản sao lưu gần nhất để so và báo người phụ trách an toàn thông tin.
      </Note>
    )
  }
  return (
    <Note tone="luc" title={`Nhật ký nguyên vẹn: ${outcome.sealed.toLocaleString('vi-VN')} dòng`} alert>
      {outcome.waiting > 0 && `Còn ${outcome.waiting} dòng mới chờ niêm phong. `}
      Kiểm tra này không biết được việc viết lại toàn bộ chuỗi; muốn chắc, nhập thêm số thứ tự và mã đã giữ bên ngoài.
    </Note>
  )
}
