import { parseArgs } from 'node:util'
import { issueFromTerminal } from '../../accounts/server/index.ts'
import { formatMoment } from '../../kernel/plain-date.ts'
import { refuse } from '../../kernel/result.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { type Config, readConfig } from '../../platform/config/config.ts'
import { reachDatabase, workOn } from '../../platform/database/reach-database.ts'
import { readKeysFile } from '../../platform/keys/keys-file.ts'
import { keysOfFile, keysPath } from '../../platform/keys/open-keys.ts'
import { accessAsOwner } from '../../platform/sign-in/access-as-owner.ts'
import { complain, explain, say } from './say.ts'

export const ACCOUNT_CODE_USAGE =
  'account-code TÊN [--second-factor]   cấp mã đặt lại mật khẩu (hoặc gỡ xác thực hai bước) khi không còn quản trị viên nào cấp được'

type Asked = { signInName: string; secondFactor: boolean }

/** `account-code TÊN`: a one-time code for whoever has lost his way in, above all the only administrator. Beside a running server or without one. */
export async function accountCodeCommand(args: readonly string[]): Promise<number> {
  const asked = parsed(args)
  if (!asked) return explain(ACCOUNT_CODE_USAGE)
  const config = readConfig(process.env, { dataDir: './var' })
  if (!config.ok) return complain(config.refusal)
  const issued = await issue(config.value, asked)
  if (!issued.ok) return complain(issued.refusal)
  const { access, name } = issued.value
  say(`Mã cho ${name}, dùng một lần, đến ${formatMoment(new Date(access.until))}: ${access.code}`)
  if (asked.secondFactor) say('Đăng nhập bằng mật khẩu, rồi nhập mã này ở bước hỏi mã xác thực.')
  else say('Mở trang đăng nhập, chọn “có mã dùng một lần”, nhập mã rồi tự đặt mật khẩu.')
  say('Việc này đã ghi vào nhật ký, và được báo cho chủ tài khoản khi đăng nhập.')
  return 0
}

function parsed(args: readonly string[]): Asked | undefined {
  try {
    const options = { 'second-factor': { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options })
    const [signInName, ...more] = positionals
    if (signInName === undefined || more.length > 0) return undefined
    return { signInName, secondFactor: values['second-factor'] }
  } catch {
    return undefined
  }
}

async function issue(config: Config, asked: Asked) {
  const path = keysPath(config)
  const held = await keysOfFile(config)
  if (!held.ok) return held
  const rows = await readKeysFile(path)
  const secret = config.signInSecret ?? rows?.session[0]?.secret
  if (secret === undefined) return refuse('keys-lost', { path })
  const reached = await reachDatabase(config)
  if (!reached.ok) return reached
  const { ownerUrl, leave } = reached.value
  const door = accessAsOwner(ownerUrl, secret, systemClock)
  const { work, close } = workOn(reached.value, { clock: systemClock, keys: held.value.keyring })
  try {
    const act = issueFromTerminal({ signIn: { access: door.access }, mailsGoOut: false })
    return await work.write({ kind: 'script', name: 'account-code' }, (tx) => act(tx, asked))
  } finally {
    await door.close()
    await close()
    await leave()
  }
}
