import { createWriteStream } from 'node:fs'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { newId } from '../../kernel/ids.ts'
import { dayOf, formatMoment, type PlainDate } from '../../kernel/plain-date.ts'
import { ok, type Result, refusal, refuse } from '../../kernel/result.ts'
import type { SheetColumns, SheetRow } from '../../kernel/sheet-columns.ts'
import type { Tx, UnitOfWork } from '../database/unit-of-work.ts'
import { contentDisposition } from '../files/file-name.ts'
import type { RequestContext } from '../http/context.ts'
import { sendRefusal } from '../http/refusal-reply.ts'
import { whoAsks } from '../http/use-cases.ts'
import { type ListExport, MOST_EXPORTED } from './list-export.ts'
import { takeTurns } from './take-turns.ts'

/** A sheet as the room that writes them is asked for it. */
export type SheetOfList = {
  readonly name: string
  readonly title: string
  readonly note: string
  readonly columns: SheetColumns
  readonly rows: AsyncIterable<SheetRow<SheetColumns>> | Iterable<SheetRow<SheetColumns>>
}

export type ExportRoutesOptions = {
  readonly lists: readonly ListExport[]
  readonly work: UnitOfWork
  readonly contextOf: (request: FastifyRequest) => Promise<RequestContext>
  /** A folder of ours alone: files lie there until they are on their way. */
  readonly folder: string
  readonly mediaType: string
  readonly writeSheet: (sheet: SheetOfList) => { readonly bytes: Readable; readonly rows: () => number }
  /** Writes into the record who took what away. */
  readonly record: (tx: Tx, taken: Taken) => Promise<void>
}

/** What was taken away: the list, what it was narrowed to, how many rows. */
export type Taken = { readonly title: string; readonly narrowedTo: string | undefined; readonly rows: number }

/** Each holds a connection until its last row is written; the next ones wait. */
const AT_ONCE = 2

type Written = Taken & { readonly path: string; readonly day: PlainDate }

/**
 * `GET /api/export/<list>.xlsx?…` with the list's own filters gives all its rows, in its order, as this person sees it.
 *
 * The sheet is written to disk within one read-only snapshot, then the record says who takes it, and only then the first
 * byte goes out. So a slow connection holds no transaction, what cannot be recorded is not handed out, and a fault in the
 * middle is an answer in words instead of half a file.
 */
export async function mountExports(app: FastifyInstance, options: ExportRoutesOptions): Promise<void> {
  await rm(options.folder, { recursive: true, force: true })
  await mkdir(options.folder, { recursive: true, mode: 0o700 })
  const lists = new Map(options.lists.map((list) => [`${list.name}.xlsx`, list]))
  const inTurn = takeTurns(AT_ONCE)
  app.get<{ Params: { file: string } }>('/api/export/:file', async (request, reply) => {
    const list = lists.get(request.params.file)
    if (!list) return sendRefusal(reply, refusal('not-found'))
    // It leaves a line in the record: no page of others may have it done.
    if (request.headers['sec-fetch-site'] === 'cross-site') return sendRefusal(reply, refusal('foreign-page'))
    const context = await options.contextOf(request)
    if (!context.account) return sendRefusal(reply, refusal('not-signed-in'))
    const query = textsOf(request.query)
    if (!query) return sendRefusal(reply, refusal('malformed-request'))
    const written = await inTurn(() => write(options, list, context, query))
    if (!written.ok) return sendRefusal(reply, written.refusal)
    try {
      const recorded = await options.work.write(
        whoAsks(context),
        async (tx) => ok(await options.record(tx, written.value)),
        { requestId: context.requestId },
      )
      if (!recorded.ok) return sendRefusal(reply, recorded.refusal)
      return await send(reply, list, written.value, options.mediaType)
    } finally {
      // Opened before: it goes on being read where it has no name any more.
      await rm(written.value.path, { force: true })
    }
  })
}

async function write(
  { folder, work, writeSheet }: ExportRoutesOptions,
  list: ListExport,
  context: RequestContext,
  query: Readonly<Record<string, string>>,
): Promise<Result<Written>> {
  const path = join(folder, `${newId()}.xlsx`)
  const make = async (tx: Tx): Promise<Result<Written>> => {
    const opened = await list.open(tx, query)
    if (!opened.ok) return opened
    const { total, rows, narrowedTo, columns = list.columns } = opened.value
    if (total > MOST_EXPORTED)
      return refuse('export-too-many-rows', { count: inWords(total), limit: inWords(MOST_EXPORTED) })
    const by = tx.actor.kind === 'person' ? `, ${tx.actor.name}` : ''
    const note = [`Xuất lúc ${formatMoment(tx.now)}${by}`, narrowedTo].filter(Boolean).join('. ')
    const sheet = writeSheet({ name: list.title, title: list.title, note, columns, rows })
    await pipeline(sheet.bytes, createWriteStream(path, { flags: 'wx', mode: 0o600 }))
    return ok({ path, title: list.title, narrowedTo, rows: sheet.rows(), day: dayOf(tx.now) })
  }
  try {
    return await work.read(whoAsks(context), make, { requestId: context.requestId })
  } catch (fault) {
    await rm(path, { force: true })
    throw fault
  }
}

const inWords = (count: number) => count.toLocaleString('vi-VN')

async function send(reply: FastifyReply, list: ListExport, { path, day }: Written, mediaType: string) {
  const { size } = await stat(path)
  const file = await open(path, 'r')
  reply.headers({
    'cache-control': 'no-store',
    'content-disposition': contentDisposition('attachment', `${list.fileName}-${day}.xlsx`),
    'content-length': size,
  })
  return reply.type(mediaType).send(file.createReadStream())
}

/** The query of the address as texts, once each; `undefined` when it is anything else. */
function textsOf(query: unknown): Readonly<Record<string, string>> | undefined {
  const entries = Object.entries(query as Record<string, unknown>)
  const fine = entries.every(
    ([name, value]) => typeof value === 'string' && value.length <= 1000 && !`${name}${value}`.includes('\0'),
  )
  return fine ? (Object.fromEntries(entries) as Record<string, string>) : undefined
}
