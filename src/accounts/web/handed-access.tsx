import { formatMoment } from '../../kernel/plain-date.ts'
import { Button, Dialog, Stack } from '../../ui/index.ts'
import type { AccountsOutputs } from './api.ts'
import classes from './secret.module.css'

export type Handed = AccountsOutputs['issueAccess']['access']

const TITLES: Readonly<Record<Handed['purpose'], string>> = {
  invitation: 'Mã kích hoạt tài khoản',
  password: 'Mã đặt lại mật khẩu',
  'second-factor': 'Mã gỡ xác thực hai bước',
}

/** What was issued: the code, shown this once, and how it is handed over and used; or where the mail goes. */
export function HandedAccess({ handed, name, onClose }: { handed: Handed; name: string; onClose: () => void }) {
  const until = formatMoment(new Date(handed.until))
  return (
    <Dialog
      open
      onClose={onClose}
      title={handed.way === 'mail' ? 'Thư đã vào hộp gửi' : `${TITLES[handed.purpose]} của ${name}`}
      acts={
        <Button kind="primary" onClick={onClose}>
          {handed.way === 'mail' ? 'Đóng' : 'Đã giao mã'}
        </Button>
      }
    >
      <Stack>
        {handed.code === null ? (
          <p>
            Thư gửi tới {handed.to}. Đường dẫn trong thư dùng một lần, đến {until}; quản trị viên không xem được đường
            dẫn đó.
          </p>
        ) : (
          <>
            <p className={classes.code}>{handed.code}</p>
            <p>
              Mã chỉ hiện lần này, dùng một lần, đến {until}. Giao tận tay hoặc đọc qua điện thoại cho đúng {name}.
            </p>
            {handed.purpose === 'second-factor' ? (
              <p>{name} đăng nhập bằng mật khẩu của mình, rồi nhập mã này ở bước hỏi mã xác thực.</p>
            ) : (
              <p>{name} mở trang đăng nhập, chọn “Có mã dùng một lần”, nhập mã rồi tự đặt mật khẩu.</p>
            )}
            <p>Việc cấp mã được ghi vào nhật ký, và {name} được báo mã do ai cấp khi đăng nhập.</p>
          </>
        )}
      </Stack>
    </Dialog>
  )
}
