import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { done, id } from '../platform/contract/shapes.ts'

const tag = 'Tài khoản'

export const newPassword = z
  .string()
  .min(12, { error: 'Mật khẩu cần ít nhất 12 ký tự' })
  .max(200, { error: 'Mật khẩu dài quá 200 ký tự' })

export const accessWay = z.enum(['mail', 'hand'])

/** What was issued: the code to hand over, shown this once; or the address a mail goes to, whose link nobody here sees. */
export const accessShape = z.object({
  way: accessWay,
  purpose: z.enum(['invitation', 'password', 'second-factor']),
  code: z.string().nullable(),
  to: z.string().nullable(),
  until: z.string(),
})
export type AccessShape = z.infer<typeof accessShape>

const secret = z.string().trim().min(1, { error: 'Nhập mã' }).max(100)

/** One-time access: how somebody without a password chooses one himself, and how a lost second factor goes. */
export const accessContract = {
  issueAccess: operation({
    method: 'POST',
    path: '/accounts/{id}/access',
    tag,
    summary: 'Cấp mã hoặc gửi thư để người dùng tự đặt mật khẩu',
    refusals: ['not-yours-to-do', 'account-disabled', 'own-account', 'mail-not-possible', 'one-hand-both-keys'],
  })
    .input(z.object({ id, way: accessWay }))
    .output(z.object({ access: accessShape })),
  issueSecondFactorRemoval: operation({
    method: 'POST',
    path: '/accounts/{id}/second-factor/removal',
    tag,
    summary: 'Cấp mã để người dùng gỡ xác thực hai bước đã mất',
    refusals: ['not-yours-to-do', 'account-disabled', 'own-account', 'second-factor-off', 'one-hand-both-keys'],
  })
    .input(z.object({ id }))
    .output(z.object({ access: accessShape })),
  readAccess: operation({
    method: 'POST',
    path: '/access/read',
    access: 'anybody',
    tag,
    summary: 'Xem mã hoặc đường dẫn đặt mật khẩu là của ai, còn dùng được không',
    refusals: ['access-not-valid'],
  })
    .input(z.object({ code: secret }))
    .output(
      z.object({
        name: z.string(),
        signInName: z.string(),
        purpose: z.enum(['invitation', 'password']),
        until: z.string(),
      }),
    ),
  useAccess: operation({
    method: 'POST',
    path: '/access/use',
    access: 'anybody',
    tag,
    summary: 'Tự đặt mật khẩu bằng mã hoặc đường dẫn đã nhận; mọi phiên cũ bị đóng',
    refusals: ['access-not-valid', 'weak-password'],
  })
    .input(z.object({ code: secret, password: newPassword }))
    .output(z.object({ signInName: z.string() })),
  askReset: operation({
    method: 'POST',
    path: '/access/ask',
    access: 'anybody',
    tag,
    summary: 'Quên mật khẩu: xin thư đặt lại. Trả lời như nhau dù tên có hay không',
  })
    .input(z.object({ name: z.string().trim().min(1, { error: 'Nhập tên đăng nhập hoặc thư điện tử' }).max(200) }))
    .output(done),
}
