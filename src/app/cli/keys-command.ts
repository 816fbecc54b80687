import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import {
  checkSealed,
  forgetKey,
  KEY_KIND_WORDS,
  type KeyKind,
  type KeysGround,
  resealWithNewest,
  rotateKey,
} from '../../backup/server/index.ts'
import { formatDate } from '../../kernel/plain-date.ts'
import { makeKeyPair } from '../../platform/archive/lock.ts'
import { systemClock } from '../../platform/clock/clock.ts'
import { type Config, readConfig } from '../../platform/config/config.ts'
import { migratedTo } from '../../platform/database/migrations-done.ts'
import { reachDatabase, workOn } from '../../platform/database/reach-database.ts'
import type { Keyring } from '../../platform/keys/keyring.ts'
import { type KeyRows, readKeysFile } from '../../platform/keys/keys-file.ts'
import { keysOfFile, keysPath } from '../../platform/keys/open-keys.ts'
import { complain, countWords, explain, say } from './say.ts'

export const KEYS_USAGE =
  'keys [check | rotate [--which encryption|digest|session] | reseal | forget MÃ | make-backup-key TỆP]   khóa của hệ thống'

const KINDS: readonly KeyKind[] = ['encryption', 'digest', 'session']

/** `keys …`: what keys there are (never their values), whether everything opens, and new ones. */
export async function keysCommand(args: readonly string[]): Promise<number> {
  const asked = parsed(args)
  if (!asked) return explain(KEYS_USAGE)
  if (asked.act === 'make-backup-key') return makeBackupKey(asked.rest ?? '')
  const config = readConfig(process.env, { dataDir: './var' })
  if (!config.ok) return complain(config.refusal)
  const path = keysPath(config.value)
  const rows = await readKeysFile(path).catch(() => null)
  if (rows === null) return complain({ code: 'keys-unreadable', values: { path } })
  if (rows === undefined) return complain({ code: 'keys-lost', values: { path } })
  if (asked.act === 'list') return list(rows, path)
  const held = await keysOfFile(config.value)
  if (!held.ok) return complain(held.refusal)
  const { keyring } = held.value
  return beside(config.value, { path, keyring }, (ground) => actOn(ground, asked, { config: config.value, keyring }))
}

type Asked = {
  act: 'list' | 'check' | 'rotate' | 'reseal' | 'forget' | 'make-backup-key'
  which: KeyKind
  rest: string | undefined
}

function parsed(args: readonly string[]): Asked | undefined {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { which: { type: 'string' } },
    })
    const [act = 'list', rest, ...more] = positionals
    const which = KINDS.find((kind) => kind === (values.which ?? 'encryption'))
    if (which === undefined || more.length > 0 || (values.which !== undefined && act !== 'rotate')) return undefined
    if (act === 'forget' || act === 'make-backup-key') return rest === undefined ? undefined : { act, which, rest }
    if (rest !== undefined) return undefined
    if (act === 'list' || act === 'check' || act === 'rotate' || act === 'reseal') return { act, which, rest }
    return undefined
  } catch {
    return undefined
  }
}

function list(rows: KeyRows, path: string): number {
  say(`Khóa trong ${path}:`)
  for (const kind of KINDS) {
    for (const [index, { id, madeOn }] of rows[kind].entries()) {
      const days = Math.floor((systemClock.now().getTime() - new Date(madeOn).getTime()) / 86_400_000)
      say(
        `  ${KEY_KIND_WORDS[kind].padEnd(16)} ${id.padEnd(10)} tạo ${formatDate(madeOn.slice(0, 10))}, ${days} ngày${index === 0 ? ', đang dùng' : ', cũ'}`,
      )
    }
  }
  return 0
}

type With = { config: Config; keyring: Keyring }

async function actOn(ground: KeysGround, { act, which, rest }: Asked, { config, keyring }: With): Promise<number> {
  switch (act) {
    case 'check': {
      const checked = await checkSealed(ground.ownerUrl, keyring)
      for (const { words, opened, old, wrong } of checked) {
        say(
          `${words}: ${countWords(opened)} giá trị mở được, ${countWords(old)} còn dùng khóa cũ, ${countWords(wrong)} không mở được`,
        )
      }
      return checked.some(({ wrong }) => wrong > 0) ? 1 : 0
    }
    case 'rotate': {
      if (which === 'session' && config.signInSecret !== undefined)
        return complain({ code: 'key-elsewhere', values: {} })
      const done = await rotateKey(ground, which, systemClock.now())
      if (!done.ok) return complain(done.refusal)
      say(
        `Đã thay khóa ${KEY_KIND_WORDS[which]} bằng ${done.value.id}; làm lại ${countWords(done.value.changed)} giá trị.`,
      )
      tellLost(done.value.lost)
      if (which === 'session')
        say('Khởi động lại máy chủ để dùng khóa mới. Mọi người đăng nhập lại; mã xác thực hai bước vẫn như cũ.')
      else
        say(
          'Máy chủ đang chạy tự nhận khóa mới. Máy chủ dùng bản chép riêng của tệp khóa: chép lại tệp rồi khởi động lại.',
        )
      say(`Sao lưu lại tệp ${ground.path} ngay. Giữ cả khóa cũ: các bản sao lưu trước đây cần tới.`)
      return 0
    }
    case 'reseal': {
      const done = await resealWithNewest(ground)
      if (!done.ok) return complain(done.refusal)
      say(`Đã làm lại ${countWords(done.value.changed)} giá trị bằng khóa mới nhất.`)
      tellLost(done.value.lost)
      return 0
    }
    case 'forget': {
      const done = await forgetKey(ground, rest ?? '')
      if (!done.ok) return complain(done.refusal)
      say(`Đã bỏ khóa ${rest}. Các bản sao lưu từ trước lần thay khóa cần tệp khóa cũ mới mở được.`)
      return 0
    }
    case 'list':
    case 'make-backup-key':
      return 0
  }
}

function tellLost(lost: number): void {
  if (lost > 0) say(`${countWords(lost)} giá trị không khóa nào ở đây mở được, giữ nguyên.`)
}

async function beside(
  config: Config,
  { path, keyring }: { path: string; keyring: Keyring },
  act: (ground: KeysGround) => Promise<number>,
): Promise<number> {
  const reached = await reachDatabase(config)
  if (!reached.ok) return complain(reached.refusal)
  try {
    const { ownerUrl } = reached.value
    const done = await migratedTo(ownerUrl)
    if (!done.current) return complain({ code: 'database-not-current', values: { name: done.name ?? '' } })
    const { work, close } = workOn(reached.value, { clock: systemClock, keys: keyring })
    try {
      return await act({ work, ownerUrl, path })
    } finally {
      await close()
    }
  } finally {
    await reached.value.leave()
  }
}

/** A pair for backups: what is in the file opens them, the recipient alone locks. */
async function makeBackupKey(path: string): Promise<number> {
  const { identity, recipient } = await makeKeyPair()
  try {
    await writeFile(path, `# khóa mở bản sao lưu Thi Đua; khóa để mã hóa: ${recipient}\n${identity}\n`, {
      flag: 'wx',
      mode: 0o600,
    })
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code ?? ''
    if (code === 'EEXIST') return complain({ code: 'backup-file-exists', values: { path } })
    return complain({ code: 'backup-folder-unwritable', values: { folder: path, reason: code } })
  }
  say(`Đã tạo ${path}: tệp này mở được bản sao lưu, cất ở nơi khác với bản sao lưu.`)
  say('Máy chủ chỉ cần khóa để mã hóa; ghi dòng sau vào một tệp và đặt BACKUP_KEY trỏ tới tệp đó:', recipient)
  return 0
}
