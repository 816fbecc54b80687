import { createHash } from 'node:crypto'
import { Keyring, type NamedKey } from '../src/platform/keys/keyring.ts'

const key = (id: string): NamedKey => ({ id, key: createHash('sha256').update(`a key for tests: ${id}`).digest() })

/** Keys that are the same in every test. */
export const testKeys = new Keyring({ encryption: [key('k1')], digest: [key('k1')] })
