import { Writable } from 'node:stream'
import { formatTime } from '../../kernel/plain-date.ts'

export type LogLevel = 'silent' | 'error' | 'warn' | 'info' | 'debug'

const WORDS: Record<number, string> = { 20: 'chi tiết', 30: 'tin', 40: 'lưu ý', 50: 'LỖI', 60: 'LỖI' }

const SHOWN_APART = new Set(['level', 'time', 'pid', 'hostname', 'msg', 'err', 'reqId', 'requestId'])

/** One log line for a person: `08:00 tin request  method=GET path=/ status=200 ms=3  [0197…]`. */
export function readableLine(line: string): string {
  let entry: Record<string, unknown>
  try {
    entry = JSON.parse(line)
  } catch {
    return line
  }
  const at = typeof entry.time === 'number' ? formatTime(new Date(entry.time)) : ''
  const facts = Object.entries(entry)
    .filter(([name]) => !SHOWN_APART.has(name))
    .map(([name, value]) => `${name}=${typeof value === 'string' ? value : JSON.stringify(value)}`)
  const fault = entry.err as { stack?: string; message?: string } | undefined
  const id = entry.requestId ?? entry.reqId
  const parts = [at, WORDS[Number(entry.level)] ?? String(entry.level), String(entry.msg ?? ''), facts.join(' ')]
  if (id) parts.push(`[${String(id)}]`)
  const words = parts.filter(Boolean).join(' ')
  return fault ? `${words}\n${fault.stack ?? fault.message ?? ''}\n` : `${words}\n`
}

class ReadableStream extends Writable {
  readonly #out: NodeJS.WriteStream
  constructor(out: NodeJS.WriteStream) {
    super({ decodeStrings: false })
    this.#out = out
  }
  override _write(chunk: string, _encoding: string, done: () => void): void {
    this.#out.write(readableLine(String(chunk)))
    done()
  }
}

/**
 * The log's options: JSON lines on standard output, or lines for people where a person is looking. Bodies, headers and
 * query strings are never handed to the log; what a careless line might still carry is struck out here.
 */
export function logOptions(level: LogLevel, out: NodeJS.WriteStream = process.stdout) {
  return {
    level,
    stream: out.isTTY ? new ReadableStream(out) : out,
    redact: {
      paths: [
        'password',
        '*.password',
        'headers',
        '*.headers',
        'cookie',
        '*.cookie',
        'body',
        '*.body',
        '*.authorization',
      ],
      censor: '[không ghi]',
    },
  }
}
