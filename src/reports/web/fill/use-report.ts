import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import { formatTime } from '../../../kernel/plain-date.ts'
import type { SubmissionPageData } from '../../../mechanisms/submissions/web/index.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { useTurns } from '../../../platform/web/turns.ts'
import type { SaveStateValue } from '../../../ui/index.ts'
import { linesOf } from '../../domain/definition.ts'
import { emptyValue, sameValue } from '../../domain/values.ts'
import { type DraftFile, type Line, type ReportPageData, reports, type Value } from '../api.ts'
import { findLines, keepLines, type UnsavedLine } from './line-store.ts'

/** How long after the last letter a line is saved. */
const QUIET_MS = 900

type ServerLine = ReportPageData['lines'][number]

export type LineDraft = UnsavedLine & {
  /** What another has saved on it meanwhile; nothing is written until one of the two is chosen. */
  clash: ServerLine | undefined
  /** Why the server did not take it. */
  problem: string | undefined
}

export type Report = {
  line: (line: Line) => LineDraft
  save: SaveStateValue
  change: (line: Line, part: { value?: Value; files?: readonly DraftFile[] }) => void
  keepMine: (line: Line) => void
  takeTheirs: (line: Line) => void
  /** A line has been written by another road: a sheet, a contribution. */
  put: (lines: readonly ServerLine[], submission: { id: string; version: number }) => void
  /** Of the report, begun or not: known only when it is asked for. */
  submissionId: () => string
  /** Saves what is still unsaved and gives what to hand over; `undefined` when it could not be saved. */
  settled: () => Promise<{ id: string; version: number } | undefined>
}

/** A report whose lines save themselves: to this browser at every letter, to the server when the typing pauses, one after the other. */
export function useReport(page: ReportPageData, data: SubmissionPageData): Report {
  const obligationId = data.obligation.id
  const [drafts, setDrafts] = useState(() => begin(obligationId, page))
  const [save, setSave] = useState<SaveStateValue>({ state: 'untouched' })
  const [submission] = useState(() => ({ id: data.submission?.id ?? newId() }))
  // What the saving works with; the state above is what the screen shows.
  const latest = useRef(drafts)
  const dirty = useRef(new Set(findLines(localStorage, obligationId).keys()))
  const turns = useTurns()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const version = useRef<number>(undefined)
  const sentId = useRef(submission.id)

  const set = useCallback((key: string, draft: LineDraft) => {
    latest.current = new Map(latest.current).set(key, draft)
    setDrafts(latest.current)
  }, [])
  const keep = useCallback(() => {
    const left = [...dirty.current].flatMap((key) => {
      const draft = latest.current.get(key)
      return draft ? [[key, { value: draft.value, files: draft.files, version: draft.version }] as const] : []
    })
    keepLines(localStorage, obligationId, new Map(left))
  }, [obligationId])

  const saveOne = useCallback(
    async (key: string): Promise<boolean> => {
      const sent = latest.current.get(key)
      if (!sent) return true
      dirty.current.delete(key)
      setSave({ state: 'saving' })
      try {
        const saved = await reports.saveLine.call({
          obligationId,
          lineKey: key,
          submissionId: sentId.current,
          version: sent.version,
          value: sent.value,
          fileIds: sent.files.map((file) => file.id),
        })
        sentId.current = saved.submissionId
        version.current = saved.submissionVersion
        const now = latest.current.get(key) ?? sent
        set(key, { ...now, version: saved.line.version, problem: undefined })
        keep()
        setSave({ state: 'saved', at: formatTime(new Date(saved.line.changedAt)) })
        return true
      } catch (thrown) {
        dirty.current.add(key)
        const problem = readProblem(thrown)
        const there = problem.code === 'changed-meanwhile' ? theirsIn(problem.data) : undefined
        const now = latest.current.get(key) ?? sent
        set(key, { ...now, clash: there, problem: there || problem.code === 'offline' ? undefined : problem.sentence })
        keep()
        setSave({ state: 'failed', why: problem.sentence })
        return false
      }
    },
    [obligationId, set, keep],
  )

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    return turns.take(async () => {
      let whole = true
      for (const key of [...dirty.current]) {
        const open = latest.current.get(key)?.clash !== undefined
        whole = !open && (await saveOne(key)) && whole
      }
      return whole
    })
  }, [saveOne, turns])

  const change = useCallback<Report['change']>(
    (line, part) => {
      const before = latest.current.get(line.key) ?? blank(line)
      set(line.key, {
        ...before,
        value: part.value ?? before.value,
        files: part.files ?? before.files,
        problem: undefined,
      })
      dirty.current.add(line.key)
      keep()
      setSave({ state: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), QUIET_MS)
    },
    [set, keep, flush],
  )

  useEffect(() => {
    if (dirty.current.size > 0) void flush()
    const again = () => void flush()
    window.addEventListener('online', again)
    return () => {
      window.removeEventListener('online', again)
      void flush()
    }
  }, [flush])

  // Another has saved a line of which nothing of ours is open: show what stands there now.
  useEffect(() => {
    for (const line of page.lines) {
      const ours = latest.current.get(line.key)
      if (dirty.current.has(line.key) || (ours && ours.version >= line.version)) continue
      set(line.key, draftOf(line))
    }
  }, [page.lines, set])

  return {
    line: (line) => drafts.get(line.key) ?? blank(line),
    save: save.state === 'failed' ? { ...save, onRetry: () => void flush() } : save,
    change,
    keepMine: (line) => {
      const draft = latest.current.get(line.key)
      if (!draft?.clash) return
      set(line.key, { ...draft, version: draft.clash.version, clash: undefined })
      void flush()
    },
    takeTheirs: (line) => {
      const draft = latest.current.get(line.key)
      if (!draft?.clash) return
      dirty.current.delete(line.key)
      set(line.key, draftOf(draft.clash))
      keep()
      setSave({ state: 'untouched' })
    },
    put: (lines, now) => {
      sentId.current = now.id
      version.current = now.version
      for (const line of lines) {
        dirty.current.delete(line.key)
        set(line.key, draftOf(line))
      }
      keep()
    },
    submissionId: () => sentId.current,
    settled: async () => {
      if (!(await flush())) return undefined
      const known = version.current ?? data.submission?.version
      return known === undefined ? undefined : { id: sentId.current, version: known }
    },
  }
}

/** Where typing begins: what was left unsaved here over what the server has. What the server has already is no draft. */
function begin(obligationId: string, page: ReportPageData): ReadonlyMap<string, LineDraft> {
  const drafts = new Map(page.lines.map((line) => [line.key, draftOf(line)]))
  const kinds = new Map(linesOf(page.form?.definition ?? { sections: [] }).map((line) => [line.key, line.kind]))
  for (const [key, left] of findLines(localStorage, obligationId)) {
    if (kinds.get(key) !== left.value.kind) continue
    const there = page.lines.find((line) => line.key === key)
    const newer = there !== undefined && there.version !== left.version && !sameValue(there.value, left.value)
    drafts.set(key, { ...left, clash: newer ? there : undefined, problem: undefined })
  }
  return drafts
}

function draftOf(line: ServerLine): LineDraft {
  return { value: line.value, files: line.files, version: line.version, clash: undefined, problem: undefined }
}

function blank(line: Line): LineDraft {
  return { value: emptyValue(line.kind) as Value, files: [], version: 0, clash: undefined, problem: undefined }
}

/** The refusal carries what stands there now. */
function theirsIn(data: unknown): ServerLine | undefined {
  return (data as { line?: ServerLine | null } | undefined)?.line ?? undefined
}
