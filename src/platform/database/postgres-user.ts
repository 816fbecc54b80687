import { spawnSync } from 'node:child_process'
import { chownSync, lstatSync, readdirSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { ok, type Result, refuse } from '../../kernel/result.ts'

/** As whom PostgreSQL runs: it refuses to run as root. `namespace`: root outside, an ordinary user inside. */
export type PostgresUser =
  | { readonly kind: 'self' }
  | { readonly kind: 'other'; readonly uid: number; readonly gid: number }
  | { readonly kind: 'namespace' }

export type Command = {
  readonly file: string
  readonly args: readonly string[]
  readonly options: { readonly cwd?: string; readonly uid?: number; readonly gid?: number }
}

const NOBODY = { kind: 'other', uid: 65534, gid: 65534 } as const

/**
 * Chooses a user that reaches both the programs and the data. An ordinary user starts it as himself. For root: nobody;
 * where a folder above is closed (0700), its owner, or a user namespace in which root's own files belong to user 1000.
 * Refuses with the closed folder's name when none of them gets there.
 */
export function choosePostgresUser(paths: { postgres: string; directory: string }): Result<PostgresUser> {
  if (process.getuid?.() !== 0) return ok({ kind: 'self' })
  const closed = [closedFolderAbove(paths.postgres), closedFolderAbove(join(paths.directory, 'x'))].find(Boolean)
  const candidates: PostgresUser[] = [NOBODY]
  if (closed !== undefined) {
    const { uid, gid } = statSync(closed)
    if (uid !== 0) candidates.push({ kind: 'other', uid, gid })
  }
  candidates.push({ kind: 'namespace' })
  const found = candidates.find((user) => reaches(user, paths))
  if (found) return ok(found)
  return refuse('embedded-database-closed-folder', { folder: closed ?? paths.directory })
}

/** The command line that runs `program` as that user. Its working directory is `/`: the caller's may be closed to him. */
export function commandAs(user: PostgresUser, program: string, args: readonly string[]): Command {
  switch (user.kind) {
    case 'self':
      return { file: program, args, options: {} }
    case 'other':
      return { file: program, args, options: { cwd: '/', uid: user.uid, gid: user.gid } }
    case 'namespace':
      return {
        file: 'unshare',
        args: ['--user', '--map-user=1000', '--map-group=1000', program, ...args],
        options: { cwd: '/' },
      }
  }
}

/** Gives a file or a whole folder to that user; a folder moved here by another user keeps working. */
export function giveTo(user: PostgresUser, path: string): void {
  if (user.kind === 'self') return
  const [uid, gid] = user.kind === 'other' ? [user.uid, user.gid] : [0, 0]
  const entry = lstatSync(path)
  if (entry.isSymbolicLink()) return
  if (entry.uid !== uid || entry.gid !== gid) chownSync(path, uid, gid)
  if (entry.isDirectory()) for (const name of readdirSync(path)) giveTo(user, join(path, name))
}

function reaches(user: PostgresUser, paths: { postgres: string; directory: string }): boolean {
  const runs = commandAs(user, paths.postgres, ['--version'])
  const enters = commandAs(user, '/bin/sh', ['-c', 'test -x "$0"', paths.directory])
  return [runs, enters].every(({ file, args, options }) => spawnSync(file, args, options).status === 0)
}

function closedFolderAbove(path: string): string | undefined {
  const folder = dirname(path)
  const above = folder === dirname(folder) ? undefined : closedFolderAbove(folder)
  return above ?? ((statSync(folder).mode & 0o001) === 0 ? folder : undefined)
}
