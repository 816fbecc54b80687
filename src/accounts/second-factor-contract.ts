import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { done } from '../platform/contract/shapes.ts'
import { RULE_ROLES } from './domain/second-factor-rule.ts'

const tag = 'Tài khoản'

const password = z.string().min(1, { error: 'Nhập mật khẩu' }).max(200)
const code = z.string().trim().min(1, { error: 'Nhập mã' }).max(40)
const role = z.enum(RULE_ROLES)
const recoveryCodes = z.array(z.string())

/** The second factor: a code of an authenticator beside the password. */
export const secondFactorContract = {
  secondStep: operation({
    method: 'POST',
    path: '/session/second-step',
    access: 'anybody',
    tag,
    summary: 'Bước hai khi đăng nhập: mã của ứng dụng xác thực, mã khôi phục, hoặc mã gỡ do quản trị viên giao',
    refusals: [
      'wrong-second-code',
      'second-step-expired',
      'sign-in-paused',
      'too-many-attempts',
      'password-just-reset',
    ],
  })
    .input(z.object({ code }))
    .output(
      z.object({
        /** `sign-in`: the second factor is gone, he begins again with his password. */
        next: z.enum(['inside', 'sign-in']),
        recoveryCodesLeft: z.number().nullable(),
      }),
    ),
  secondFactor: operation({ method: 'GET', path: '/my-second-factor', tag, summary: 'Xác thực hai bước của mình' })
    .input(z.object({}))
    .output(
      z.object({
        on: z.boolean(),
        since: z.string().nullable(),
        recoveryCodesLeft: z.number(),
        /** A role he holds that asks for it. */
        obliged: role.nullable(),
        /** Holds a role with which much can be done. */
        advised: z.boolean(),
      }),
    ),
  beginSecondFactor: operation({
    method: 'POST',
    path: '/my-second-factor/begin',
    tag,
    summary: 'Bắt đầu bật xác thực hai bước, hoặc chuyển sang thiết bị khác (khi đó cần mã đang dùng)',
    refusals: ['wrong-password', 'wrong-second-code', 'too-many-attempts'],
  })
    .input(z.object({ password, code: code.optional() }))
    .output(z.object({ secret: z.string(), uri: z.string() })),
  confirmSecondFactor: operation({
    method: 'POST',
    path: '/my-second-factor/confirm',
    tag,
    summary: 'Xác nhận bằng mã đầu tiên; trả mười mã khôi phục, chỉ lần này',
    refusals: ['wrong-first-code', 'too-many-attempts', 'second-factor-on', 'second-factor-not-begun'],
  })
    .input(z.object({ code }))
    .output(z.object({ recoveryCodes })),
  renewRecoveryCodes: operation({
    method: 'POST',
    path: '/my-second-factor/recovery-codes',
    tag,
    summary: 'Tạo lại mười mã khôi phục; mã cũ hết giá trị',
    refusals: ['wrong-password', 'wrong-second-code', 'too-many-attempts', 'second-factor-off'],
  })
    .input(z.object({ password, code }))
    .output(z.object({ recoveryCodes })),
  turnOffSecondFactor: operation({
    method: 'POST',
    path: '/my-second-factor/off',
    tag,
    summary: 'Tắt xác thực hai bước, khi vai trò không bắt buộc',
    refusals: [
      'wrong-password',
      'wrong-second-code',
      'too-many-attempts',
      'second-factor-off',
      'second-factor-obliged',
    ],
  })
    .input(z.object({ password, code }))
    .output(done),
  signInRules: operation({
    method: 'GET',
    path: '/sign-in-rules',
    tag,
    summary: 'Vai trò nào phải có xác thực hai bước, bao nhiêu người đã có',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({}))
    .output(
      z.object({
        roles: z.array(z.object({ role, required: z.boolean(), holders: z.number(), withSecondFactor: z.number() })),
        setAt: z.string().nullable(),
        setByName: z.string().nullable(),
      }),
    ),
  setSignInRules: operation({
    method: 'POST',
    path: '/sign-in-rules',
    tag,
    summary: 'Đặt vai trò phải có xác thực hai bước',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ roles: z.array(role).max(RULE_ROLES.length) }))
    .output(done),
}
