import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { newId } from '../../kernel/ids.ts'
import { formatTime } from '../../kernel/plain-date.ts'
import { readProblem } from '../../platform/web/problem.ts'
import { useTurns } from '../../platform/web/turns.ts'
import type { SaveStateValue } from '../../ui/index.ts'
import { type Rated, whyNotRated } from '../domain/levels.ts'
import { assessments, type Sheet, type SheetRow } from './api.ts'

const REST_MS = 500
const RETRY_MS = 10_000

type Place = { unitId: string; periodId: string }
type Typed = ReadonlyMap<string, Rated>

export type SheetWriting = {
  /** The row as it is on screen: typed, or as the server has it. */
  shown: (row: SheetRow) => Rated
  change: (row: SheetRow, value: Rated) => void
  changeMany: (rows: readonly SheetRow[], value: Rated) => void
  /** What keeps a row from being saved: said at the row. */
  whyNot: (row: SheetRow) => string | undefined
  /** Saves now; gives whether nothing is left. */
  flush: () => Promise<boolean>
  saving: SaveStateValue
}

/**
 * The rows of a sheet save by themselves after a rest, all that were changed in one go. A row somebody else has written meanwhile is not
 * written over: his stays, and is told. Without a connection everything typed stays, and is tried again.
 */
export function useSheet(place: Place, sheet: Sheet, onClash: (name: string) => void): SheetWriting {
  const client = useQueryClient()
  const key = assessments.sheet.queryKey({ input: place })
  const [typed, setTyped] = useState<Typed>(new Map())
  const [saving, setSaving] = useState<SaveStateValue>({ state: 'untouched' })
  const [listId] = useState(() => sheet.list?.id ?? newId())
  const held = useRef({ typed, sheet, onClash })
  const turns = useTurns()
  useEffect(() => {
    held.current.sheet = sheet
    held.current.onClash = onClash
  })
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const again = useRef(async () => true)

  const hold = useCallback((next: Typed) => {
    held.current.typed = next
    setTyped(next)
  }, [])

  const put = useCallback(
    (rows: ReadonlyMap<string, Partial<SheetRow>>, listVersion: number | undefined) => {
      client.setQueryData<Sheet>(key, (before) =>
        before === undefined
          ? before
          : {
              ...before,
              list:
                before.list === null || listVersion === undefined
                  ? before.list
                  : { ...before.list, version: listVersion },
              rows: before.rows.map((row) => ({ ...row, ...rows.get(row.subjectId) })),
            },
      )
    },
    [client, key],
  )

  const sendOnce = useCallback(async (): Promise<boolean> => {
    const wanted = held.current.typed
    const rows = held.current.sheet.rows.filter((row) => {
      const value = wanted.get(row.subjectId)
      return value !== undefined && whyNotRated(value) === undefined
    })
    if (rows.length === 0) return wanted.size === 0
    setSaving({ state: 'saving' })
    const entries = rows.map((row) => ({
      subjectId: row.subjectId,
      version: row.version,
      ...(wanted.get(row.subjectId) as Rated),
    }))
    try {
      const saved = await assessments.write.call({ ...place, listId, entries })
      const versions = new Map(saved.saved.map((one) => [one.subjectId, one.version]))
      put(
        new Map(
          entries.map(({ subjectId, version, ...value }) => [
            subjectId,
            { ...value, version: versions.get(subjectId) ?? version },
          ]),
        ),
        saved.listVersion,
      )
      hold(without(held.current.typed, entries))
      setSaving({ state: 'saved', at: formatTime(new Date()) })
      if (held.current.sheet.list === null) await client.invalidateQueries({ queryKey: key })
      return held.current.typed.size === 0
    } catch (thrown) {
      const problem = readProblem(thrown)
      if (problem.code === 'changed-meanwhile' && isRow(problem.data)) {
        const { subjectId, name, ...now } = problem.data
        put(new Map([[subjectId, now]]), undefined)
        const next = new Map(held.current.typed)
        next.delete(subjectId)
        hold(next)
        held.current.onClash(name)
        timer.current = setTimeout(() => void again.current(), REST_MS)
        setSaving({ state: 'unsaved' })
        return false
      }
      setSaving({ state: 'failed', why: problem.sentence, onRetry: () => void again.current() })
      if (problem.code === 'offline') timer.current = setTimeout(() => void again.current(), RETRY_MS)
      else if (problem.code !== 'wrong-rating') await client.invalidateQueries({ queryKey: key })
      return false
    }
  }, [client, hold, key, listId, place, put])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    return turns.take(sendOnce)
  }, [sendOnce, turns])
  useEffect(() => {
    again.current = flush
  }, [flush])

  const changeMany = useCallback(
    (rows: readonly SheetRow[], value: Rated) => {
      hold(new Map([...held.current.typed, ...rows.map((row) => [row.subjectId, value] as const)]))
      setSaving({ state: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void again.current(), REST_MS)
    },
    [hold],
  )
  useEffect(() => {
    const online = () => void again.current()
    window.addEventListener('online', online)
    return () => {
      window.removeEventListener('online', online)
      void again.current()
    }
  }, [])

  return {
    shown: (row) => typed.get(row.subjectId) ?? row,
    change: (row, value) => changeMany([row], value),
    changeMany,
    whyNot: (row) => {
      const value = typed.get(row.subjectId)
      return value && whyNotRated(value)
    },
    flush,
    saving,
  }
}

/** What was sent and has not been changed since. */
function without(typed: Typed, sent: readonly (Rated & { subjectId: string })[]): Typed {
  const next = new Map(typed)
  for (const { subjectId, level, notRated, note } of sent) {
    const now = next.get(subjectId)
    if (now && now.level === level && now.notRated === notRated && now.note === note) next.delete(subjectId)
  }
  return next
}

function isRow(
  data: unknown,
): data is Pick<SheetRow, 'subjectId' | 'name' | 'level' | 'notRated' | 'note' | 'version'> {
  return typeof data === 'object' && data !== null && 'subjectId' in data && 'version' in data
}
