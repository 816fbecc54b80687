import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, id, line } from '../platform/contract/shapes.ts'
import { accessContract, accessShape, accessWay, newPassword } from './access-contract.ts'
import { RULE_ROLES } from './domain/second-factor-rule.ts'
import { SECTIONS } from './domain/sections.ts'
import { secondFactorContract } from './second-factor-contract.ts'
import { sessionsContract } from './sessions-contract.ts'

export const ROLE_CODES = [
  'administrator',
  'standing-office',
  'authority',
  'head',
  'officer',
  'staff',
  'auditor',
] as const

const signInName = z
  .string()
  .trim()
  .toLowerCase()
  .regex(/^[a-z0-9][a-z0-9._-]{2,49}$/, {
    error: 'Tên đăng nhập gồm 3 đến 50 chữ thường không dấu, số, dấu chấm, gạch',
  })
const email = z.email({ error: 'Địa chỉ thư chưa đúng. Ví dụ: lan@hatinh.gov.vn' }).max(200).toLowerCase()
export const grantShape = z.object({
  id: z.string(),
  postId: z.string(),
  postTitle: z.string(),
  role: z.enum(ROLE_CODES),
  unitId: z.string(),
  unitName: z.string(),
  from: z.string(),
  to: z.string().nullable(),
  version: z.number(),
  actions: actions(['end']),
})

export const accountShape = z.object({
  id: z.string(),
  personId: z.string(),
  personName: z.string(),
  signInName: z.string(),
  email: z.string().nullable(),
  disabled: z.boolean(),
  /** Its owner has chosen a password. */
  activated: z.boolean(),
  secondFactor: z.boolean(),
  /** Where a mail to its owner would go. */
  mailTo: z.string().nullable(),
  grants: z.array(grantShape),
  actions: actions(['disable', 'enable', 'issue-access', 'remove-second-factor', 'end-sessions', 'grant']),
})
export type AccountShape = z.infer<typeof accountShape>

/** What the screens need to know of the person signed in; navigation follows from `sections`. */
export const meShape = z.object({
  accountId: z.string(),
  personId: z.string(),
  name: z.string(),
  signInName: z.string(),
  posts: z.array(z.object({ id: z.string(), title: z.string(), unitId: z.string(), unitName: z.string() })),
  roles: z.array(z.enum(ROLE_CODES)),
  /** What was done to the account and not yet read by its owner, oldest first; sign-ins from new devices are one, each told in `each`. */
  notices: z.array(z.object({ ids: z.array(z.string()), sentence: z.string(), each: z.array(z.string()) })),
  sections: z.array(z.enum(SECTIONS)),
})
export type Me = z.infer<typeof meShape>

const tag = 'Tài khoản'

export const accountsContract = {
  ...accessContract,
  ...secondFactorContract,
  ...sessionsContract,
  state: operation({
    method: 'GET',
    path: '/state',
    access: 'anybody',
    tag,
    summary: 'Hệ thống đã thiết lập chưa, ai đang đăng nhập, hôm nay là ngày nào',
  })
    .input(z.object({}))
    .output(
      z.object({
        needsSetUp: z.boolean(),
        organisationName: z.string().nullable(),
        demo: z.boolean(),
        now: z.string(),
        today: z.string(),
        me: meShape.nullable(),
        /** Signed in, but the last post has ended: name only. */
        withoutPost: z.object({ name: z.string() }).nullable(),
        /** Signed in, but a role he holds asks for a second factor that he has not got yet. */
        withoutSecondFactor: z.object({ name: z.string(), role: z.enum(RULE_ROLES) }).nullable(),
        /** A mail server is set up. */
        mails: z.boolean(),
      }),
    ),
  checkSetUpCode: operation({
    method: 'POST',
    path: '/set-up/code',
    access: 'anybody',
    tag,
    summary: 'Kiểm mã thiết lập in trong cửa sổ dòng lệnh',
    refusals: ['wrong-set-up-code', 'already-set-up', 'too-many-attempts'],
  })
    .input(z.object({ code: z.string().trim().max(40) }))
    .output(done),
  setUp: operation({
    method: 'POST',
    path: '/set-up',
    access: 'anybody',
    tag,
    summary: 'Thiết lập cơ quan và người quản trị đầu tiên',
    refusals: [
      'wrong-set-up-code',
      'already-set-up',
      'weak-password',
      'too-many-attempts',
      'day-in-future',
      'database-being-restored',
    ],
  })
    .input(
      z.object({
        code: z.string().trim().max(40),
        organisation: z.object({
          id,
          name: line(300, 'tên cơ quan'),
          shortName: z.string().trim().max(100).nullable().default(null),
          /** The first day units and posts may begin on. */
          from: day.optional(),
        }),
        administrator: z.object({
          personId: id,
          name: line(200, 'họ và tên'),
          postTitle: line(200, 'chức vụ'),
          signInName,
          email: email.nullable().default(null),
          password: newPassword,
        }),
      }),
    )
    .output(done),
  signIn: operation({
    method: 'POST',
    path: '/session',
    access: 'anybody',
    tag,
    summary: 'Đăng nhập bằng tên đăng nhập hoặc thư điện tử',
    refusals: ['wrong-sign-in', 'sign-in-paused', 'too-many-attempts', 'no-current-post'],
  })
    .input(
      z.object({
        name: z.string().trim().min(1, { error: 'Nhập tên đăng nhập hoặc thư điện tử' }).max(200),
        password: z.string().min(1, { error: 'Nhập mật khẩu' }).max(200),
      }),
    )
    .output(z.object({ next: z.enum(['inside', 'second-step']) })),
  signOut: operation({ method: 'POST', path: '/session/end', access: 'anybody', tag, summary: 'Đăng xuất' })
    .input(z.object({}))
    .output(done),
  signOutEverywhere: operation({
    method: 'POST',
    path: '/session/end-all',
    tag,
    summary: 'Đăng xuất khỏi mọi thiết bị',
  })
    .input(z.object({}))
    .output(done),
  changePassword: operation({
    method: 'POST',
    path: '/my-password',
    tag,
    summary: 'Đổi mật khẩu của mình',
    refusals: ['wrong-password', 'weak-password', 'too-many-attempts'],
  })
    .input(z.object({ current: z.string().min(1, { error: 'Nhập mật khẩu hiện nay' }).max(200), next: newPassword }))
    .output(done),
  ofPerson: operation({
    method: 'GET',
    path: '/people/{personId}/account',
    tag,
    summary: 'Tài khoản và quyền của một người',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ personId: id }))
    .output(z.object({ account: accountShape.nullable() })),
  create: operation({
    method: 'POST',
    path: '/accounts',
    tag,
    summary: 'Mở tài khoản cho một người; người đó tự đặt mật khẩu bằng mã hoặc thư',
    refusals: ['not-yours-to-do', 'sign-in-name-taken', 'person-has-account', 'id-taken', 'mail-not-possible'],
  })
    .input(
      z.object({
        id,
        personId: id,
        signInName,
        email: email.nullable().default(null),
        way: accessWay.default('hand'),
      }),
    )
    /** `access` is null where the account was there already: another code is asked for with `issueAccess`. */
    .output(z.object({ account: accountShape, access: accessShape.nullable() })),
  disable: operation({
    method: 'POST',
    path: '/accounts/{id}/disable',
    tag,
    summary: 'Khóa tài khoản ngay',
    refusals: ['not-yours-to-do', 'last-administrator'],
  })
    .input(z.object({ id }))
    .output(z.object({ account: accountShape })),
  enable: operation({
    method: 'POST',
    path: '/accounts/{id}/enable',
    tag,
    summary: 'Mở lại tài khoản',
    refusals: ['not-yours-to-do'],
  })
    .input(z.object({ id }))
    .output(z.object({ account: accountShape })),
  grant: operation({
    method: 'POST',
    path: '/grants',
    tag,
    summary: 'Giao quyền trên một vị trí công tác',
    refusals: ['not-yours-to-do', 'post-ended', 'grant-exists', 'day-before-start', 'id-taken', 'unit-ended'],
  })
    .input(
      z.object({ id, postId: id, role: z.enum(ROLE_CODES), unitId: id, from: day, to: day.nullable().default(null) }),
    )
    .output(z.object({ grant: grantShape })),
  changeGrant: operation({
    method: 'PUT',
    path: '/grants/{id}/to',
    tag,
    summary: 'Đổi ngày cuối của một quyền: sớm hơn, muộn hơn, hoặc chưa định',
    refusals: [
      'not-yours-to-do',
      'changed-meanwhile',
      'last-administrator',
      'day-before-start',
      'grant-ended',
      'grant-exists',
      'unit-ends-earlier',
    ],
  })
    .input(z.object({ id, to: day.nullable(), version: z.int().min(1) }))
    .output(z.object({ grant: grantShape })),
  cast: operation({
    method: 'GET',
    path: '/demo/cast',
    access: 'anybody',
    tag,
    summary: 'Bản thử: những người đăng nhập được bằng một nút',
  })
    .input(z.object({}))
    .output(
      z.object({
        cast: z.array(z.object({ name: z.string(), post: z.string(), does: z.string(), signInName: z.string() })),
      }),
    ),
  signInAs: operation({
    method: 'POST',
    path: '/demo/session',
    access: 'anybody',
    tag,
    summary: 'Bản thử: đăng nhập là một người trong danh sách',
  })
    .input(z.object({ signInName: z.string().max(50) }))
    .output(done),
  moveClock: operation({
    method: 'POST',
    path: '/demo/clock',
    tag,
    summary: 'Bản thử: chuyển đồng hồ',
    refusals: ['not-yours-to-do', 'clock-backwards'],
  })
    .input(z.object({ to: z.iso.datetime({ offset: true, error: 'Nhập ngày và giờ' }) }))
    .output(z.object({ now: z.string() })),
}
