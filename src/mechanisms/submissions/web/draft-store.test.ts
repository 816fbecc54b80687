import { beforeEach, describe, expect, it } from 'vitest'
import { EMPTY_DISSEMINATION } from '../domain/dissemination.ts'
import { findUnsaved, forgetUnsaved, keepUnsaved, sameDraft } from './draft-store.ts'

class MemoryStorage implements Storage {
  readonly #items = new Map<string, string>()
  full = false
  get length() {
    return this.#items.size
  }
  clear = () => this.#items.clear()
  getItem = (key: string) => this.#items.get(key) ?? null
  key = (index: number) => [...this.#items.keys()][index] ?? null
  removeItem = (key: string) => void this.#items.delete(key)
  setItem = (key: string, value: string) => {
    if (this.full) throw new DOMException('full', 'QuotaExceededError')
    this.#items.set(key, value)
  }
}

const draft = { id: 's1', version: 3, content: { ...EMPTY_DISSEMINATION, note: 'đang gõ dở' }, files: [] }
let storage: MemoryStorage
beforeEach(() => {
  storage = new MemoryStorage()
})

describe('what was typed and not yet saved', () => {
  it('is found again after a reload, for its own duty alone, until it is saved', () => {
    keepUnsaved(storage, 'o1', draft)
    expect(findUnsaved(storage, 'o1', EMPTY_DISSEMINATION)).toEqual(draft)
    expect(findUnsaved(storage, 'o2', EMPTY_DISSEMINATION)).toBeUndefined()
    forgetUnsaved(storage, 'o1', 'dissemination')
    expect(findUnsaved(storage, 'o1', EMPTY_DISSEMINATION)).toBeUndefined()
  })

  it('is forgotten when it is not a draft any more', () => {
    for (const text of ['{', '[]', 'null', '{"id":"s1","version":1,"files":[],"content":{}}']) {
      storage.setItem('quan-triet.o1', text)
      expect(findUnsaved(storage, 'o1', EMPTY_DISSEMINATION)).toBeUndefined()
      expect(storage.length).toBe(0)
    }
  })

  it('is only a net: a full storage stops nobody from typing', () => {
    storage.full = true
    expect(() => keepUnsaved(storage, 'o1', draft)).not.toThrow()
  })
})

describe('two drafts', () => {
  it('are the same when every field and every file is', () => {
    const one = { content: { ...EMPTY_DISSEMINATION }, files: [{ id: 'f1' }] }
    expect(sameDraft(one, { content: { ...EMPTY_DISSEMINATION }, files: [{ id: 'f1' }] })).toBe(true)
    expect(sameDraft(one, { ...one, files: [] })).toBe(false)
    expect(sameDraft(one, { ...one, content: { ...EMPTY_DISSEMINATION, attended: 0 } })).toBe(false)
  })
})
