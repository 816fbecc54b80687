import { readFile, stat } from 'node:fs/promises'
import { Worker } from 'node:worker_threads'
import { ok, refuse } from '../kernel/result.ts'
import { cleanText } from '../kernel/vietnamese-text.ts'
import { type IntakeResult, MEDIA_TYPES, type OnProgress } from './intake-text.ts'
import { decodeText } from './plain-text.ts'
import { sniff } from './sniff.ts'

/** The largest file that is read. */
export const MOST_BYTES = 20 * 1024 * 1024

/** What a file may take before the thread that reads it is ended. */
export type Limits = { milliseconds: number; megabytes: number }
const LIMITS: Limits = { milliseconds: 60_000, megabytes: 512 }

/** A file by its bytes or by where it lies; `name` only tells Markdown from plain text. */
export type FileToRead = { name: string; onProgress?: OnProgress; limits?: Limits } & (
  | { bytes: Uint8Array; path?: undefined }
  | { path: string; bytes?: undefined }
)

/**
 * Makes text of a file: .txt and .md in Unicode, .docx, .pdf with a text layer. Refuses in words what it cannot read
 * (empty, over 20 MB, encrypted, broken, a scan, a picture, Word 97, a bomb, too slow). Never throws for what is in the
 * file; .docx and .pdf are read in a thread with limits, so that no file can stop the server. A path that cannot be
 * read throws.
 */
export async function readFileText(file: FileToRead): Promise<IntakeResult> {
  const size = file.bytes ? file.bytes.length : (await stat(file.path)).size
  if (size > MOST_BYTES) return refuse('file-too-large', { limit: MOST_BYTES / 1024 / 1024 })
  const bytes = file.bytes ?? (await readFile(file.path))
  const kind = await sniff(bytes)
  if (!kind.ok) return kind
  if (kind.value !== 'text') return inThread(kind.value, bytes, file.onProgress, file.limits ?? LIMITS)
  const decoded = decodeText(bytes)
  if (!decoded.ok) return decoded
  const text = cleanText(decoded.value)
  if (!/\p{L}/u.test(text)) return refuse('document-without-words')
  file.onProgress?.(1)
  return ok({ text, mediaType: /\.(?:md|markdown)$/i.test(file.name) ? MEDIA_TYPES.md : MEDIA_TYPES.txt, notes: [] })
}

type Message = { progress?: number; result?: IntakeResult }

function inThread(
  kind: 'docx' | 'pdf',
  bytes: Uint8Array,
  onProgress: OnProgress | undefined,
  limits: Limits,
): Promise<IntakeResult> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./parse-worker.ts', import.meta.url), {
      workerData: { kind, bytes: new Uint8Array(bytes) },
      resourceLimits: { maxOldGenerationSizeMb: limits.megabytes },
      stdout: true,
      stderr: true,
    })
    const finish = (result: IntakeResult) => {
      clearTimeout(timer)
      resolve(result)
      void worker.terminate()
    }
    const timer = setTimeout(() => finish(refuse('document-too-heavy')), limits.milliseconds)
    worker.on('message', ({ progress, result }: Message) => {
      if (progress !== undefined) onProgress?.(progress)
      if (result) finish(result)
    })
    worker.on('error', (fault) => {
      const full = 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
      finish(refuse(full ? 'document-too-heavy' : 'file-broken'))
    })
    worker.on('exit', () => finish(refuse('file-broken')))
  })
}
