import { ACCOUNT_CODE_USAGE, accountCodeCommand } from './cli/account-code-command.ts'
import { BACKUP_USAGE, backupCommand, EXPORT_USAGE, exportCommand } from './cli/backup-command.ts'
import { KEYS_USAGE, keysCommand } from './cli/keys-command.ts'
import { readCommand } from './cli/read-command.ts'
import { IMPORT_USAGE, importCommand, RESTORE_USAGE, restoreCommand } from './cli/restore-command.ts'
import { verifyRecordCommand } from './cli/verify-record-command.ts'

/** A command: its arguments in, the exit code out. */
type Command = (args: readonly string[]) => Promise<number>

const COMMANDS: Readonly<Record<string, { usage: string; run: Command }>> = {
  read: { usage: 'read TỆP… [--out THƯ-MỤC]   đọc kế hoạch thành JSON', run: readCommand },
  backup: { usage: BACKUP_USAGE, run: backupCommand },
  restore: { usage: RESTORE_USAGE, run: restoreCommand },
  export: { usage: EXPORT_USAGE, run: exportCommand },
  import: { usage: IMPORT_USAGE, run: importCommand },
  keys: { usage: KEYS_USAGE, run: keysCommand },
  'account-code': { usage: ACCOUNT_CODE_USAGE, run: accountCodeCommand },
  'verify-record': {
    usage: 'verify-record [--head SỐ:MÃ]   kiểm tra nhật ký còn nguyên vẹn',
    run: verifyRecordCommand,
  },
}

const [name = '', ...args] = process.argv.slice(2)
const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
if (command) process.exitCode = await command.run(args)
else {
  const lines = Object.values(COMMANDS).map(({ usage }) => `  npm run -s thidua -- ${usage}`)
  process.stderr.write(`Cách dùng:\n${lines.join('\n')}\n`)
  process.exitCode = 2
}
