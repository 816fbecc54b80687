import { newId } from '../../../kernel/ids.ts'
import type { ApiProblem } from '../../../platform/web/problem.ts'
import type { FactShape } from '../contract.ts'
import type { FactKind, WireFactValue } from '../fact-values.ts'
import type { Adding, DraftKeep } from './draft-keep.ts'
import { emptyTyped, type MemberProblem, readTyped, sameValue, type Typed, typedOf } from './fact-form.ts'
import { ONE_OF_A_KIND } from './fact-forms.ts'

/** What a person has typed into a fact, until the server has it. */
export type FactEntry = {
  typed: Typed
  /** The version it was typed over; 0 for a fact that is being added. */
  over: number
  adding?: Adding
  /** `waiting` for a connection · `wrong` cannot be sent as it is · `clash` another changed it meanwhile · `refused` by the server */
  status: 'typing' | 'saving' | 'waiting' | 'wrong' | 'clash' | 'refused'
  problems: readonly MemberProblem[]
  sentence?: string
  theirs?: FactShape
}

export type DeskState = {
  entries: ReadonlyMap<string, FactEntry>
  /** Facts being confirmed, removed or taken back. */
  acting: ReadonlySet<string>
  /** Facts just saved for the first time, until the page has them: their rows must not blink away under the cursor. */
  landing: ReadonlyMap<string, FactShape>
  savedAt: Date | undefined
}

type Changed = { fact: FactShape; consentVoided: boolean }

export type FactDeskOptions = {
  documentId: string
  calls: {
    changeFact: (input: {
      documentId: string
      factId: string
      version: number
      value: WireFactValue
    }) => Promise<Changed>
    addFact: (input: { documentId: string; factId: string; value: WireFactValue } & Adding) => Promise<Changed>
    setFactState: (input: {
      documentId: string
      factId: string
      version: number
      state: 'confirmed' | 'removed' | 'restored'
    }) => Promise<Changed>
  }
  readProblem: (thrown: unknown) => ApiProblem
  keep: DraftKeep
  /** A fact as the server now has it, and whether a consent fell because of the change. */
  onSaved: (fact: FactShape, consentVoided: boolean) => void
  /** The page is behind the server. */
  onBehind: () => void
  /** Something to tell that belongs to no box. */
  tell: (sentence: string) => void
  /** How long typing rests before it is saved. */
  restMs?: number
}

export type FactDesk = ReturnType<typeof createFactDesk>

/**
 * Where the facts of one document are worked on: holds what is typed, saves each fact by itself after a rest or when its box is
 * left, keeps unsaved typing in the browser, and stops at a clash until somebody chooses. Knows nothing of React.
 */
export function createFactDesk(options: FactDeskOptions) {
  const { calls, documentId, keep, readProblem } = options
  const known = new Map<string, FactShape>()
  const timers = new Map<string, ReturnType<typeof setTimeout>>()
  const listeners = new Set<() => void>()
  let state: DeskState = { entries: new Map(), acting: new Set(), landing: new Map(), savedAt: undefined }
  let restored = false

  const publish = (next: Partial<DeskState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }
  const put = (id: string, entry: FactEntry | undefined) => {
    const entries = new Map(state.entries)
    if (entry) entries.set(id, entry)
    else entries.delete(id)
    keep.write(id, entry && { typed: entry.typed, over: entry.over, adding: entry.adding })
    publish({ entries })
  }
  const rest = (id: string, ms = options.restMs ?? 1200) => {
    clearTimeout(timers.get(id))
    timers.set(
      id,
      setTimeout(() => void save(id), ms),
    )
  }
  const learn = (fact: FactShape, consentVoided = false) => {
    known.set(fact.id, fact)
    options.onSaved(fact, consentVoided)
  }

  /** The facts as the server has them; the first time, typing kept from an earlier visit is taken up again. */
  function meet(facts: readonly FactShape[]): void {
    for (const fact of facts) if (fact.version >= (known.get(fact.id)?.version ?? 0)) known.set(fact.id, fact)
    const landing = new Map([...state.landing].filter(([id]) => !facts.some((fact) => fact.id === id)))
    if (landing.size < state.landing.size) publish({ landing })
    for (const [id, entry] of state.entries) {
      const same = entry.adding && singleOf(facts, entry.adding.kind)
      if (same && !known.has(id)) moveTo(id, entry, same)
    }
    if (restored) return
    restored = true
    for (const [id, kept] of Object.entries(keep.read())) {
      const fact = known.get(id)
      if (fact === undefined ? kept.adding === undefined : isSaid(fact, kept.typed)) keep.write(id, undefined)
      else if (fact !== undefined && fact.version !== kept.over) put(id, clashed({ ...kept, ...fresh }, fact))
      else {
        put(id, { ...kept, ...fresh, adding: fact ? undefined : kept.adding })
        rest(id)
      }
    }
  }

  /** Another person has added the same one-of-a-kind fact meanwhile: what was typed stands beside it. */
  function moveTo(id: string, entry: FactEntry, fact: FactShape): void {
    put(id, undefined)
    if (!isSaid(fact, entry.typed)) put(fact.id, clashed({ ...entry, adding: undefined, sentence: undefined }, fact))
  }

  function type(id: string, member: string, text: string): void {
    const entry = state.entries.get(id) ?? started(known.get(id))
    if (entry === undefined || entry.status === 'clash') return
    put(id, {
      ...entry,
      ...fresh,
      status: entry.status === 'saving' ? 'saving' : 'typing',
      typed: { ...entry.typed, [member]: text },
    })
    rest(id)
  }

  /** A new fact with empty boxes, or filled from text chosen in the paper; it exists for the server once it can be saved. */
  function startAdding(adding: Adding, from?: string): string {
    const id = newId()
    put(id, { typed: emptyTyped(adding.kind, from), over: 0, adding, ...fresh })
    if (from !== undefined) rest(id)
    return id
  }

  /** Saves what is typed into one fact, now. Gives whether nothing unsaved is left there. */
  async function save(id: string): Promise<boolean> {
    clearTimeout(timers.get(id))
    const entry = state.entries.get(id)
    if (entry === undefined) return true
    if (entry.status === 'saving' || entry.status === 'clash') return false
    const before = known.get(id)
    const kind = before?.kind ?? entry.adding?.kind
    if (kind === undefined) return false
    const read = readTyped(kind, entry.typed, before?.value)
    if ('problems' in read) {
      put(id, { ...entry, status: 'wrong', problems: read.problems })
      return false
    }
    if (before && sameValue(before.value, read.value)) {
      put(id, undefined)
      return true
    }
    put(id, { ...entry, ...fresh, status: 'saving' })
    try {
      const { fact, consentVoided } = before
        ? await calls.changeFact({ documentId, factId: id, version: entry.over, value: read.value })
        : await calls.addFact({ documentId, factId: id, value: read.value, ...(entry.adding as Adding) })
      return saved(id, entry.typed, fact, consentVoided)
    } catch (thrown) {
      failed(id, readProblem(thrown))
      return false
    }
  }

  function saved(id: string, sent: Typed, fact: FactShape, consentVoided: boolean): boolean {
    const entry = state.entries.get(id)
    if (entry?.adding) publish({ landing: new Map(state.landing).set(id, fact) })
    learn(fact, consentVoided)
    const more = entry !== undefined && entry.typed !== sent && !isSaid(fact, entry.typed)
    put(id, more ? { typed: entry.typed, over: fact.version, ...fresh } : undefined)
    if (more) rest(id)
    publish({ savedAt: momentOf(fact) })
    return !more
  }

  function failed(id: string, problem: ApiProblem): void {
    const entry = state.entries.get(id)
    if (entry === undefined) return
    const theirs = problem.code === 'fact-changed' ? factOf(problem.data) : undefined
    if (theirs) {
      learn(theirs)
      put(id, isSaid(theirs, entry.typed) ? undefined : clashed({ ...entry, sentence: problem.sentence }, theirs))
    } else if (problem.code === 'offline' || problem.code === 'not-signed-in') {
      put(id, { ...entry, status: 'waiting', sentence: problem.sentence })
    } else {
      const member = problem.field?.replace(/^value\./, '')
      const problems = member !== undefined && member in entry.typed ? [{ member, text: problem.sentence }] : []
      put(id, { ...entry, status: problems.length > 0 ? 'wrong' : 'refused', problems, sentence: problem.sentence })
      options.onBehind()
    }
  }

  /** At a clash: keeps one's own words, over theirs, or takes theirs. */
  function choose(id: string, whose: 'mine' | 'theirs'): void {
    const entry = state.entries.get(id)
    if (entry?.theirs === undefined) return
    if (whose === 'theirs') put(id, undefined)
    else {
      put(id, { typed: entry.typed, over: entry.theirs.version, ...fresh })
      void save(id)
    }
  }

  async function setFactState(id: string, wanted: 'confirmed' | 'removed' | 'restored'): Promise<void> {
    if (state.acting.has(id)) return
    publish({ acting: new Set(state.acting).add(id) })
    try {
      if (wanted === 'removed') put(id, undefined)
      else if (!(await save(id))) return
      const fact = known.get(id)
      if (fact === undefined) return
      const changed = await calls.setFactState({ documentId, factId: id, version: fact.version, state: wanted })
      learn(changed.fact, changed.consentVoided)
      publish({ savedAt: momentOf(changed.fact) })
    } catch (thrown) {
      const problem = readProblem(thrown)
      const theirs = factOf(problem.data)
      if (theirs) learn(theirs)
      else if (problem.code !== 'offline') options.onBehind()
      options.tell(problem.sentence)
    } finally {
      const acting = new Set(state.acting)
      acting.delete(id)
      publish({ acting })
    }
  }

  /** Saves everything that can be saved; gives whether nothing is left unsaved. */
  async function saveAll(): Promise<boolean> {
    const done = await Promise.all([...state.entries.keys()].map(save))
    return done.every(Boolean)
  }

  /** Tries again what waits for a connection. */
  const retry = () => {
    for (const [id, entry] of state.entries) if (entry.status === 'waiting') void save(id)
  }

  return {
    state: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    meet,
    type,
    startAdding,
    save,
    saveAll,
    retry,
    choose,
    setFactState,
    /** Forgets what is typed and unsaved. */
    drop: (id: string) => put(id, undefined),
  }
}

function singleOf(facts: readonly FactShape[], kind: FactKind): FactShape | undefined {
  return (ONE_OF_A_KIND as readonly FactKind[]).includes(kind) ? facts.find((fact) => fact.kind === kind) : undefined
}

const fresh = { status: 'typing', problems: [], sentence: undefined, theirs: undefined } as const

function started(fact: FactShape | undefined): FactEntry | undefined {
  return fact && { typed: typedOf(fact.kind, fact.value), over: fact.version, ...fresh }
}

function clashed(entry: FactEntry, theirs: FactShape): FactEntry {
  const by = theirs.changedBy ?? 'Người khác'
  return {
    ...entry,
    status: 'clash',
    theirs,
    problems: [],
    sentence: entry.sentence ?? `${by} vừa sửa chỗ này. Chọn giữ giá trị nào`,
  }
}

/** Whether what is typed says what the fact already says. */
function isSaid(fact: FactShape, typed: Typed): boolean {
  const read = readTyped(fact.kind, typed, fact.value)
  return 'value' in read && sameValue(read.value, fact.value)
}

/** By the server's clock, which in a trial is not the browser's. */
function momentOf(fact: FactShape): Date {
  return fact.changedAt === null ? new Date() : new Date(fact.changedAt)
}

function factOf(data: unknown): FactShape | undefined {
  const fact = typeof data === 'object' && data !== null ? (data as { fact?: unknown }).fact : undefined
  return typeof fact === 'object' && fact !== null ? (fact as FactShape) : undefined
}
