import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { ok, type Result, refuse } from '../../kernel/result.ts'
import type { Config } from './config.ts'

export type Tls = { readonly cert: Buffer; readonly key: Buffer }

/** The certificate and its key, when https ends here. Refuses files that cannot be read or do not belong together. */
export function readTls(config: Config): Result<Tls | undefined> {
  if (!config.tls) return ok(undefined)
  const cert = readOr('TLS_CERT', config.tls.certPath)
  if (!cert.ok) return cert
  const key = readOr('TLS_KEY', config.tls.keyPath)
  if (!key.ok) return key
  try {
    createSecureContext({ cert: cert.value, key: key.value })
  } catch (error) {
    return refuse('config-tls-unusable', { reason: error instanceof Error ? error.message : String(error) })
  }
  return ok({ cert: cert.value, key: key.value })
}

function readOr(name: string, path: string): Result<Buffer> {
  try {
    return ok(readFileSync(path))
  } catch {
    return refuse('config-unreadable-file', { name, path })
  }
}
