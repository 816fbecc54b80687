import { useState } from 'react'
import { sentences, whyEmpty } from '../../platform/web/form-checks.ts'
import { useForm } from '../../platform/web/use-form.ts'
import { Button, Form, PasswordField, Stack, TextField } from '../../ui/index.ts'
import { type AccountsOutputs, accounts } from './api.ts'
import { QrCode } from './qr-code.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import classes from './secret.module.css'

type Secret = AccountsOutputs['beginSecondFactor']

type EnrolmentProps = {
  who: string
  /** There is one already: its code is asked for, and it ends with the first step. */
  moving?: boolean
  onDone: () => void
  onCancel?: () => void
}

/** Turning the second factor on: the password, the secret into an authenticator, its first code, then the recovery codes. */
export function Enrolment({ who, moving = false, onDone, onCancel }: EnrolmentProps) {
  const [secret, setSecret] = useState<Secret>()
  const [codes, setCodes] = useState<readonly string[]>()
  if (codes) return <RecoveryCodes codes={codes} who={who} onKept={onDone} />
  if (secret) return <ConfirmForm secret={secret} onConfirmed={setCodes} onBack={() => setSecret(undefined)} />
  return <BeginForm moving={moving} onBegun={setSecret} onCancel={onCancel} />
}

type BeginProps = { moving: boolean; onBegun: (secret: Secret) => void; onCancel?: () => void }

function BeginForm({ moving, onBegun, onCancel }: BeginProps) {
  const form = useForm({
    initial: { password: '', code: '' },
    check: ({ password, code }) =>
      sentences({
        password: whyEmpty(password, 'mật khẩu đang dùng'),
        code: moving ? whyEmpty(code, 'mã xác thực') : undefined,
      }),
    send: ({ password, code }) => accounts.beginSecondFactor.call({ password, ...(moving ? { code } : {}) }),
    onDone: onBegun,
  })
  return (
    <Form
      form={form}
      label={moving ? 'Chuyển sang thiết bị khác' : 'Bật xác thực hai bước'}
      problemsTitle="Chưa bắt đầu được"
      acts={
        <>
          {onCancel && <Button onClick={onCancel}>Thôi</Button>}
          <Button type="submit" kind="primary" busy={form.busy}>
            Hiện mã QR
          </Button>
        </>
      }
    >
      <p>
        Cài một ứng dụng xác thực trên điện thoại, như Google Authenticator, Microsoft Authenticator hoặc FreeOTP, rồi
        làm tiếp.
      </p>
      <PasswordField {...form.field('password')} label="Mật khẩu đang dùng" purpose="current" />
      {moving && (
        <TextField
          {...form.field('code')}
          label="Mã xác thực của thiết bị cũ"
          help="Hoặc một mã khôi phục. Thiết bị cũ hết giá trị từ bước này"
          autoComplete="one-time-code"
          spellCheck={false}
        />
      )}
    </Form>
  )
}

type ConfirmProps = { secret: Secret; onConfirmed: (codes: readonly string[]) => void; onBack: () => void }

function ConfirmForm({ secret, onConfirmed, onBack }: ConfirmProps) {
  const form = useForm({
    initial: { code: '' },
    check: ({ code }) => sentences({ code: whyEmpty(code, 'sáu chữ số đang hiện trên ứng dụng') }),
    send: ({ code }) => accounts.confirmSecondFactor.call({ code }),
    onDone: ({ recoveryCodes }) => onConfirmed(recoveryCodes),
  })
  return (
    <Form
      form={form}
      label="Xác nhận mã đầu tiên"
      problemsTitle="Chưa bật được xác thực hai bước"
      acts={
        <>
          <Button onClick={onBack}>Quay lại</Button>
          <Button type="submit" kind="primary" busy={form.busy}>
            Bật xác thực hai bước
          </Button>
        </>
      }
    >
      <div className={classes.enrol}>
        <QrCode text={secret.uri} label="Mã QR để quét bằng ứng dụng xác thực" />
        <div>
          <Stack>
            <p>Mở ứng dụng xác thực, chọn thêm tài khoản, rồi quét mã này. Không quét được thì nhập mã bí mật:</p>
            <p className={classes.small}>{inFours(secret.secret)}</p>
            <TextField
              {...form.field('code')}
              label="Mã xác thực"
              help="Sáu chữ số đang hiện trên ứng dụng, mỗi mã đổi sau 30 giây"
              inputMode="numeric"
              autoComplete="one-time-code"
              spellCheck={false}
            />
          </Stack>
        </div>
      </div>
    </Form>
  )
}

function inFours(text: string): string {
  return text.replace(/(.{4})(?=.)/g, '$1 ')
}
