import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { formatTime } from '../../../kernel/plain-date.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { useTurns } from '../../../platform/web/turns.ts'
import type { SaveStateValue } from '../../../ui/index.ts'
import type { SubmissionContent, SubmissionShape } from '../contract.ts'
import { type SavedWhole, type SubmissionPageData, submissions } from './api.ts'
import { type DraftFile, findUnsaved, forgetUnsaved, keepUnsaved, sameDraft, type UnsavedDraft } from './draft-store.ts'

/** How long after the last letter a draft is saved. */
const QUIET_MS = 900

export type Draft<C extends SubmissionContent> = {
  content: C
  files: readonly DraftFile[]
  save: SaveStateValue
  /** What another has saved meanwhile; nothing is written until one of the two is chosen. */
  clash: SubmissionShape | undefined
  change: (part: { content?: Partial<C>; files?: readonly DraftFile[] }) => void
  keepMine: () => void
  takeTheirs: () => void
  /** Saves what is still unsaved and gives what to hand over; `undefined` when it could not be saved. */
  settled: () => Promise<{ id: string; version: number } | undefined>
}

/** A draft that saves itself: to this browser at every letter, to the server when the typing pauses, one save at a time. */
export function useDraft<C extends SavedWhole>(data: SubmissionPageData, empty: C): Draft<C> {
  const obligationId = data.obligation.id
  const { kind } = empty
  const client = useQueryClient()
  const [start] = useState(() => begin(data, empty))
  const [now, setNow] = useState<UnsavedDraft<C>>(start.draft)
  const [clash, setClash] = useState<SubmissionShape | undefined>(start.clash)
  const [save, setSave] = useState<SaveStateValue>({ state: start.restored ? 'unsaved' : 'untouched' })
  // what the saving works with; the state above is what the screen shows
  const latest = useRef(start.draft)
  const dirty = useRef(start.restored && start.clash === undefined)
  const clashing = useRef(start.clash !== undefined)
  const turns = useTurns()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const set = useCallback((draft: UnsavedDraft<C>) => {
    latest.current = draft
    setNow(draft)
  }, [])

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current
    dirty.current = false
    setSave({ state: 'saving' })
    try {
      const whole = await submissions.saveDraft.call({
        id: sent.id,
        obligationId,
        version: sent.version,
        content: sent.content,
        fileIds: sent.files.map((file) => file.id),
      })
      set({ ...latest.current, id: whole.submission.id, version: whole.submission.version })
      client.setQueryData<SubmissionPageData>(
        submissions.forObligation.queryKey({ input: { obligationId } }),
        (old) => old && { ...old, ...whole, actions: whole.submission.actions },
      )
      if (!dirty.current) {
        forgetUnsaved(localStorage, obligationId, kind)
        setSave({ state: 'saved', at: formatTime(new Date(whole.submission.preparedAt)) })
      } else keepUnsaved(localStorage, obligationId, latest.current)
      return true
    } catch (thrown) {
      dirty.current = true
      const problem = readProblem(thrown)
      const there = problem.code === 'changed-meanwhile' ? theirsIn(problem.data) : undefined
      if (there) {
        clashing.current = true
        setClash(there)
      } else if (problem.code !== 'offline') {
        // sent, waived or closed meanwhile: the page shows what stands there now
        void client.invalidateQueries({ queryKey: submissions.key() })
      }
      setSave({ state: 'failed', why: problem.sentence })
      return false
    }
  }, [client, obligationId, kind, set])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    return turns.take(async () => {
      while (dirty.current) {
        if (clashing.current || !(await saveOnce())) return false
      }
      return true
    })
  }, [saveOnce, turns])

  const change = useCallback<Draft<C>['change']>(
    (part) => {
      const draft: UnsavedDraft<C> = {
        ...latest.current,
        content: { ...latest.current.content, ...part.content },
        files: part.files ?? latest.current.files,
      }
      set(draft)
      dirty.current = true
      keepUnsaved(localStorage, obligationId, draft)
      setSave({ state: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), QUIET_MS)
    },
    [obligationId, set, flush],
  )

  // what was left unsaved goes off at once; a line that comes back takes it along; leaving the page saves
  useEffect(() => {
    if (dirty.current) void flush()
    const again = () => void flush()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      void flush()
    }
  }, [flush])

  // another has saved and nothing of ours is open: show what stands there now
  const there = data.submission
  useEffect(() => {
    if (there && !dirty.current && there.version > latest.current.version && !turns.busy()) {
      set(draftOf<C>(there))
    }
  }, [there, set, turns])

  return {
    content: now.content,
    files: now.files,
    save: save.state === 'failed' ? { ...save, onRetry: clash ? undefined : () => void flush() } : save,
    clash,
    change,
    keepMine: () => {
      if (clash === undefined) return
      set({ ...latest.current, id: clash.id, version: clash.version })
      clashing.current = false
      setClash(undefined)
      dirty.current = true
      void flush()
    },
    takeTheirs: () => {
      if (clash === undefined) return
      forgetUnsaved(localStorage, obligationId, kind)
      dirty.current = false
      set(draftOf<C>(clash))
      clashing.current = false
      setClash(undefined)
      setSave({ state: 'untouched' })
    },
    settled: async () =>
      (await flush()) && latest.current.version > 0
        ? { id: latest.current.id, version: latest.current.version }
        : undefined,
  }
}

/** Where typing begins: what was left unsaved here, what the server has, or an empty form. */
function begin<C extends SavedWhole>(data: SubmissionPageData, empty: C) {
  const saved = data.submission
  const left = findUnsaved(localStorage, data.obligation.id, empty)
  const fresh: UnsavedDraft<C> = { id: newId(), version: 0, content: empty, files: [] }
  const server = saved ? draftOf<C>(saved) : fresh
  if (left === undefined || sameDraft(left, server)) return { draft: server, restored: false }
  const changedSince = saved !== null && saved.version !== left.version
  return { draft: left, restored: true, clash: changedSince ? saved : undefined }
}

/** The page is of one kind: what the server has of it is of that kind too. */
function draftOf<C extends SavedWhole>(submission: SubmissionShape): UnsavedDraft<C> {
  const { id, version, files } = submission
  return { id, version, content: submission.content as C, files }
}

/** The refusal carries what stands there now. */
function theirsIn(data: unknown): SubmissionShape | undefined {
  const whole = data as { submission?: SubmissionShape } | undefined
  return whole?.submission
}
