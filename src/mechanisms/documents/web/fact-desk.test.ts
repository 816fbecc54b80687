import { describe, expect, it } from 'vitest'
import { offlineProblem, problemOfBody } from '../../../platform/web/problem.ts'
import type { FactShape } from '../contract.ts'
import { type DraftKeep, draftKeep, type KeptTyping } from './draft-keep.ts'
import { createFactDesk } from './fact-desk.ts'

const THEME: FactShape = {
  id: 'f1',
  kind: 'theme',
  parentId: null,
  value: { text: 'Đoàn kết' },
  readValue: { text: 'Đoàn kết' },
  source: null,
  confidence: 'sure',
  state: 'read',
  version: 3,
  changedBy: null,
  changedAt: null,
}

class Refused extends Error {
  readonly body: unknown
  constructor(code: string, data: unknown) {
    super(code)
    this.body = { code, message: `câu ${code}`, data: { values: {}, data } }
  }
}

/** A server of one fact that refuses a version it has left behind, as the real one does. */
function deskOver(first: FactShape, keep = memory()) {
  let stored = first
  const server = { down: false, voids: false, sent: [] as unknown[], write: (fact: FactShape) => (stored = fact) }
  const learnt: FactShape[] = []
  const answer = (version: number, change: Partial<FactShape>) => {
    if (server.down) throw new TypeError('fetch failed')
    if (version !== stored.version) throw new Refused('fact-changed', { fact: stored })
    stored = { ...stored, ...change, version: stored.version + 1 }
    return { fact: stored, consentVoided: server.voids }
  }
  const desk = createFactDesk({
    documentId: 'd1',
    keep,
    restMs: 1_000_000,
    readProblem: (thrown) => (thrown instanceof Refused ? problemOfBody(thrown.body) : offlineProblem()),
    onSaved: (fact) => learnt.push(fact),
    onBehind: () => undefined,
    tell: () => undefined,
    calls: {
      changeFact: async (input) => {
        server.sent.push(input)
        return answer(input.version, { value: input.value, state: 'corrected' })
      },
      addFact: async (input) => {
        server.sent.push(input)
        return {
          fact: { ...THEME, id: input.factId, kind: input.kind, value: input.value, version: 1 },
          consentVoided: false,
        }
      },
      setFactState: async (input) =>
        answer(input.version, { state: input.state === 'restored' ? 'confirmed' : input.state }),
    },
  })
  desk.meet([first])
  return { desk, server, learnt, keep }
}

function memory(): DraftKeep {
  const kept: Record<string, KeptTyping> = {}
  return {
    read: () => kept,
    write: (id, one) => {
      if (one) kept[id] = one
      else delete kept[id]
    },
  }
}

describe('the desk on which facts are corrected', () => {
  it('saves what was typed and forgets its own copy', async () => {
    const { desk, keep, learnt } = deskOver(THEME)
    desk.type('f1', 'text', 'Đoàn kết, đổi mới')
    expect(keep.read().f1?.typed).toEqual({ text: 'Đoàn kết, đổi mới' })
    expect(await desk.save('f1')).toBe(true)
    expect(keep.read()).toEqual({})
    expect(learnt.at(-1)?.value).toEqual({ text: 'Đoàn kết, đổi mới' })
    expect(desk.state().savedAt).toBeDefined()
  })

  it('sends nothing when the words are back to what they were', async () => {
    const { desk, server } = deskOver(THEME)
    desk.type('f1', 'text', 'Đoàn')
    desk.type('f1', 'text', 'Đoàn kết')
    expect(await desk.save('f1')).toBe(true)
    expect(server.sent).toEqual([])
  })

  it('keeps the typing while the server cannot be reached, and saves it once it can', async () => {
    const { desk, server, keep } = deskOver(THEME)
    server.down = true
    desk.type('f1', 'text', 'Sửa')
    expect(await desk.save('f1')).toBe(false)
    expect(desk.state().entries.get('f1')?.status).toBe('waiting')
    expect(keep.read().f1).toBeDefined()
    server.down = false
    expect(await desk.saveAll()).toBe(true)
    expect(keep.read()).toEqual({})
  })

  it('takes up what an earlier visit left unsaved', async () => {
    const keep = memory()
    keep.write('f1', { typed: { text: 'Gõ dở' }, over: 3 })
    const { desk, learnt } = deskOver(THEME, keep)
    expect(desk.state().entries.get('f1')?.typed).toEqual({ text: 'Gõ dở' })
    await desk.saveAll()
    expect(learnt.at(-1)?.value).toEqual({ text: 'Gõ dở' })
  })

  it('shows both values when another changed the fact meanwhile, and keeps the one that is chosen', async () => {
    for (const whose of ['mine', 'theirs'] as const) {
      const { desk, server, learnt } = deskOver(THEME)
      server.write({ ...THEME, value: { text: 'Của chị Thu' }, version: 4, changedBy: 'Thu' })
      desk.type('f1', 'text', 'Của tôi')
      expect(await desk.save('f1')).toBe(false)
      const clash = desk.state().entries.get('f1')
      expect([clash?.status, clash?.theirs?.value, clash?.typed]).toEqual([
        'clash',
        { text: 'Của chị Thu' },
        { text: 'Của tôi' },
      ])
      desk.choose('f1', whose)
      await new Promise((done) => setTimeout(done))
      expect(learnt.at(-1)?.value).toEqual({ text: whose === 'mine' ? 'Của tôi' : 'Của chị Thu' })
      expect(desk.state().entries.size).toBe(0)
    }
  })

  it('finds the clash also when the other change was made between two visits', () => {
    const keep = memory()
    keep.write('f1', { typed: { text: 'Gõ dở' }, over: 2 })
    expect(deskOver(THEME, keep).desk.state().entries.get('f1')?.status).toBe('clash')
  })

  it('adds a fact once it can be saved, under the id it was begun with', async () => {
    const { desk, server } = deskOver(THEME)
    const id = desk.startAdding({ kind: 'movement', parentId: null, source: { start: 4, end: 9 } })
    expect(await desk.save(id)).toBe(false)
    expect(desk.state().entries.get(id)?.problems).toEqual([{ member: 'name', text: 'Nhập tên phong trào' }])
    desk.type(id, 'name', 'Dân vận khéo')
    expect(await desk.save(id)).toBe(true)
    expect(server.sent).toEqual([
      {
        documentId: 'd1',
        factId: id,
        kind: 'movement',
        parentId: null,
        source: { start: 4, end: 9 },
        value: { name: 'Dân vận khéo' },
      },
    ])
  })

  it('holds on to a fact just added until the page has it, so that its row does not blink', async () => {
    const { desk, learnt } = deskOver(THEME)
    const id = desk.startAdding({ kind: 'movement', parentId: null, source: null }, 'Dân vận khéo')
    await desk.save(id)
    expect([...desk.state().landing.keys()]).toEqual([id])
    desk.meet([THEME, ...learnt])
    expect(desk.state().landing.size).toBe(0)
  })

  it('saves what is typed before it confirms, and says when the fact has moved on', async () => {
    const { desk, learnt } = deskOver(THEME)
    desk.type('f1', 'text', 'Sửa rồi')
    await desk.setFactState('f1', 'confirmed')
    expect(learnt.map((fact) => fact.state)).toEqual(['corrected', 'confirmed'])
  })
})

describe('unsaved typing kept in the browser', () => {
  it('is each person’s own and each document’s own, and a damaged copy is no copy', () => {
    const stored = new Map<string, string>()
    const storage = {
      getItem: (key: string) => stored.get(key) ?? null,
      setItem: (key: string, value: string) => void stored.set(key, value),
      removeItem: (key: string) => void stored.delete(key),
    } as unknown as Storage
    draftKeep(storage, 'hoa', 'd1').write('f1', { typed: { text: 'a' }, over: 1 })
    expect(draftKeep(storage, 'hoa', 'd1').read()).toEqual({ f1: { typed: { text: 'a' }, over: 1 } })
    expect(draftKeep(storage, 'lan', 'd1').read()).toEqual({})
    expect(draftKeep(storage, 'hoa', 'd2').read()).toEqual({})
    stored.set('thi-dua:nhap:hoa:d2', '{"f1": {"typed": {"text": 3}, "over": 1}, "f2"')
    expect(draftKeep(storage, 'hoa', 'd2').read()).toEqual({})
    draftKeep(storage, 'hoa', 'd1').write('f1', undefined)
    expect([...stored.keys()]).toEqual(['thi-dua:nhap:hoa:d2'])
  })
})
