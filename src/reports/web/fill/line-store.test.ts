import { beforeEach, describe, expect, it } from 'vitest'
import { findLines, keepLines } from './line-store.ts'

class Memory implements Storage {
  readonly #kept = new Map<string, string>()
  get length() {
    return this.#kept.size
  }
  clear() {
    this.#kept.clear()
  }
  getItem(key: string) {
    return this.#kept.get(key) ?? null
  }
  key(at: number) {
    return [...this.#kept.keys()][at] ?? null
  }
  removeItem(key: string) {
    this.#kept.delete(key)
  }
  setItem(key: string, value: string) {
    this.#kept.set(key, value)
  }
}

const LINE = { value: { kind: 'count' as const, count: 3, note: '' }, files: [], version: 2 }
let storage: Memory
beforeEach(() => {
  storage = new Memory()
})

describe('lines that have not reached the server', () => {
  it('are found again for the same report alone', () => {
    keepLines(storage, 'mot', new Map([['a', LINE]]))
    expect([...findLines(storage, 'mot')]).toEqual([['a', LINE]])
    expect(findLines(storage, 'hai').size).toBe(0)
  })

  it('leave nothing behind once all are saved', () => {
    keepLines(storage, 'mot', new Map([['a', LINE]]))
    keepLines(storage, 'mot', new Map())
    expect(storage.length).toBe(0)
  })

  it('what has no shape of a line is passed over, a full storage stops nothing', () => {
    storage.setItem('bao-cao.mot', '[["a",{"version":1}],["b",7],"x"]')
    expect(findLines(storage, 'mot').size).toBe(0)
    storage.setItem('bao-cao.mot', '{oops')
    expect(findLines(storage, 'mot').size).toBe(0)
    storage.setItem = () => {
      throw new Error('full')
    }
    expect(() => keepLines(storage, 'mot', new Map([['a', LINE]]))).not.toThrow()
  })
})
