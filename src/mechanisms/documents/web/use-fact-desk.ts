import { useEffect, useMemo, useState, useSyncExternalStore } from 'react'
import { apiFor } from '../../../platform/web/api.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import type { SaveStateValue } from '../../../ui/index.ts'
import type { documentsContract, FactShape } from '../contract.ts'
import type { FactKind } from '../fact-values.ts'
import { draftKeep } from './draft-keep.ts'
import { createFactDesk, type FactDesk, type FactDeskOptions, type FactEntry } from './fact-desk.ts'

const documents = apiFor<typeof documentsContract>('documents')
const RETRY_MS = 10_000

type Wanted = Pick<FactDeskOptions, 'documentId' | 'onSaved' | 'onBehind' | 'tell'> & {
  facts: readonly FactShape[]
  /** Whose typing is kept: the account. */
  owner: string
}

/** The desk of one document for as long as its page is open; what cannot reach the server is tried again by itself. */
export function useFactDesk({ documentId, owner, facts, onSaved, onBehind, tell }: Wanted): FactDesk {
  const [hooks] = useState<Pick<FactDeskOptions, 'onSaved' | 'onBehind' | 'tell'>>({ onSaved, onBehind, tell })
  useEffect(() => {
    Object.assign(hooks, { onSaved, onBehind, tell })
  }, [hooks, onSaved, onBehind, tell])
  const desk = useMemo(
    () =>
      createFactDesk({
        documentId,
        calls: {
          changeFact: (input) => documents.changeFact.call(input),
          addFact: (input) => documents.addFact.call(input),
          setFactState: (input) => documents.setFactState.call(input),
        },
        readProblem,
        keep: draftKeep(window.localStorage, owner, documentId),
        onSaved: (fact, voided) => hooks.onSaved(fact, voided),
        onBehind: () => hooks.onBehind(),
        tell: (sentence) => hooks.tell(sentence),
      }),
    [documentId, owner, hooks],
  )
  useEffect(() => desk.meet(facts), [desk, facts])
  useEffect(() => {
    const leave = () => void desk.saveAll()
    const timer = setInterval(desk.retry, RETRY_MS)
    window.addEventListener('online', desk.retry)
    window.addEventListener('pagehide', leave)
    return () => {
      clearInterval(timer)
      window.removeEventListener('online', desk.retry)
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [desk])
  return desk
}

/** What is typed into one fact; the component is drawn anew only when that changes. */
export function useFactEntry(desk: FactDesk, factId: string): FactEntry | undefined {
  return useSyncExternalStore(desk.subscribe, () => desk.state().entries.get(factId))
}

export function useActing(desk: FactDesk, factId: string): boolean {
  return useSyncExternalStore(desk.subscribe, () => desk.state().acting.has(factId))
}

/** Facts of one kind that are being added, in the order in which they were begun; drawn anew only when that changes. */
export function useAdding(desk: FactDesk, kind: FactKind, parentId: string | null): string[] {
  const key = useSyncExternalStore(desk.subscribe, () => {
    const { entries, landing } = desk.state()
    const begun = [...entries].flatMap(([id, { adding }]) => (adding ? [{ ...adding, id }] : []))
    return [...landing.values(), ...begun]
      .filter((one) => one.kind === kind && one.parentId === parentId)
      .map((one) => one.id)
      .join(' ')
  })
  return useMemo(() => (key === '' ? [] : key.split(' ')), [key])
}

/** What has become of the draft: as `SaveState` takes it, but for the moment, which other parts may have a later one of. */
export type DraftState = Exclude<SaveStateValue, { state: 'saved' }> | { state: 'saved'; at: Date }

/** What has become of what is typed into facts. */
export function useSaveState(desk: FactDesk): DraftState {
  const state = useSyncExternalStore(desk.subscribe, desk.state)
  const statuses = [...state.entries.values()].map((entry) => entry.status)
  if (statuses.includes('waiting')) {
    const why = 'Nội dung đã gõ còn nguyên trên máy này và sẽ tự lưu khi có kết nối'
    return { state: 'failed', why, onRetry: desk.retry }
  }
  if (statuses.includes('clash'))
    return { state: 'failed', why: 'Có chỗ vừa được người khác sửa, chọn giữ giá trị nào' }
  if (statuses.includes('wrong') || statuses.includes('refused')) return { state: 'failed', why: 'Có chỗ cần sửa lại' }
  if (statuses.includes('saving') || state.acting.size > 0) return { state: 'saving' }
  if (statuses.length > 0) return { state: 'unsaved' }
  return state.savedAt ? { state: 'saved', at: state.savedAt } : { state: 'untouched' }
}
