import { setTimeout as wait } from 'node:timers/promises'
import { formatMoment } from '../../kernel/plain-date.ts'
import { ok } from '../../kernel/result.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { writeMail } from '../../platform/mail/write-mail.ts'
import type { Caller } from '../../platform/sign-in/library-calls.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { deviceWords } from '../domain/device-words.ts'
import { accountAtDoor, DOOR } from './at-the-door.ts'
import { notify } from './notices.ts'

/** The browser as the sign-in knows it. */
export function callerOf(context: RequestContext): Caller {
  const userAgent = context.headers.get('user-agent')
  const cookies = context.headers.get('cookie')
  return { clientIp: context.clientIp, ...(userAgent ? { userAgent } : {}), ...(cookies ? { cookies } : {}) }
}

export function setCookies(context: RequestContext, cookies: readonly string[]): void {
  for (const cookie of cookies) context.responseHeaders.append('set-cookie', cookie)
}

/** The session that begins with these cookies. */
export async function sessionOf(signIn: SignIn, cookies: readonly string[]): Promise<string | undefined> {
  const cookie = cookies.map((one) => one.split(';', 1)[0]).join('; ')
  return (await signIn.whoIs(new Headers({ cookie })))?.sessionId
}

/** Somebody is inside: his cookies are set, and a browser his account has not seen yet is told of, in his other sessions and by mail. */
export async function arrive(
  { work, signIn }: { work: UnitOfWork; signIn: SignIn },
  context: RequestContext,
  { accountId, setCookies: cookies }: { accountId: string; setCookies: string[] },
): Promise<void> {
  setCookies(context, cookies)
  const device = await signIn.devices.note(accountId, context.headers.get('cookie') ?? '', signIn.now())
  setCookies(context, [device.setCookie])
  if (!device.isNew) return
  const sessionId = await sessionOf(signIn, cookies)
  const told = await work.write(DOOR, async (tx) => {
    const account = await accountAtDoor(tx, accountId)
    if (!account) return ok(undefined)
    const words = deviceWords(context.headers.get('user-agent'))
    const detail = { device: words, ip: context.clientIp, at: formatMoment(signIn.now()) }
    await notify(tx, accountId, 'new-device', detail, sessionId)
    if (account.email !== null) {
      const body = `Tài khoản “${account.signInName}” được đăng nhập lúc ${detail.at} từ thiết bị chưa dùng lần nào: ${words}, địa chỉ ${detail.ip}.\nNếu không phải chính mình, đổi mật khẩu và đóng các phiên khác trong Tài khoản của tôi.`
      const subject = 'Đăng nhập Thi Đua từ thiết bị mới'
      await writeMail(tx, { toName: account.name, toAddress: account.email, subject, body, linkPath: '/tai-khoan' })
    }
    return ok(undefined)
  })
  if (!told.ok) throw new Error(`a new device was not told of: ${told.refusal.code}`)
}

/** Longer than finding an account and writing a mail take: whoever waits learns nothing from how long. */
const SAME_TIME_MS = 500

/** Does it, and is ready no sooner than always: an answer that must not tell whether there was anything to do. */
export async function inTheSameTime(context: RequestContext, act: () => Promise<void>): Promise<void> {
  const enough = wait(SAME_TIME_MS)
  await act().catch((fault: unknown) => context.log.error({ err: fault }, 'fault behind an answer that says nothing'))
  await enough
}
