import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { Keyring } from './keyring.ts'

const key = (id: string) => ({ id, key: randomBytes(32) })
const [first, second] = [key('k1'), key('k2')]
const old = new Keyring({ encryption: [first], digest: [first] })
const rotated = new Keyring({ encryption: [second, first], digest: [second, first] })

describe('a sealed value', () => {
  it('opens for its purpose alone, and is never twice the same bytes', () => {
    const sealed = old.seal('person.citizen-id', '042090001234')
    expect(old.open('person.citizen-id', sealed)).toBe('042090001234')
    expect(() => old.open('person.staff-code', sealed)).toThrow('authenticate')
    expect(sealed.equals(old.seal('person.citizen-id', '042090001234'))).toBe(false)
  })

  it('does not open when a byte was changed, nor with keys that are not here', () => {
    const sealed = old.seal('person.citizen-id', '042090001234')
    sealed[sealed.length - 1] = (sealed.at(-1) ?? 0) ^ 1
    expect(() => old.open('person.citizen-id', sealed)).toThrow('authenticate')
    const foreign = new Keyring({ encryption: [second], digest: [second] })
    expect(() => foreign.open('person.citizen-id', old.seal('person.citizen-id', 'x'))).toThrow(/k1/)
  })

  it('made with an older key still opens, and is known to be old', () => {
    const sealed = old.seal('person.citizen-id', '042090001234')
    expect(rotated.open('person.citizen-id', sealed)).toBe('042090001234')
    expect(rotated.isCurrent(sealed)).toBe(false)
    expect(rotated.isCurrent(rotated.seal('person.citizen-id', 'x'))).toBe(true)
  })
})

describe('a digest', () => {
  it('is the same for the same text and column, another for another', () => {
    expect(old.digest('a', 'x')).toBe(old.digest('a', 'x'))
    expect(old.digest('a', 'x')).not.toBe(old.digest('b', 'x'))
    expect(old.digest('a', 'x')).not.toBe(old.digest('a', 'y'))
  })

  it('of an older key is among those to look for', () => {
    expect(rotated.digests('a', 'x')).toEqual([rotated.digest('a', 'x'), old.digest('a', 'x')])
  })
})
