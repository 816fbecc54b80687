import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { formatTime } from '../../../kernel/plain-date.ts'
import { type ApiProblem, readProblem } from '../../../platform/web/problem.ts'
import { useTurns } from '../../../platform/web/turns.ts'
import type { SaveStateValue } from '../../../ui/index.ts'
import { type Definition, type FormPageData, reports } from '../api.ts'

const QUIET_MS = 900

/** What the designer writes on: the head and the lines go together, the units by themselves. */
export type FormDraft = {
  title: string
  periodName: string
  periodFrom: string
  periodTo: string
  previousFormId: string | null
  lastYearFormId: string | null
  due: { day: string; relation: 'before' | 'by' } | null
  definition: Definition
}
export type UnitsDraft = { unitIds: readonly string[]; takes: FormPageData['form']['takes'] }

export type Designing = {
  draft: FormDraft
  units: UnitsDraft
  save: SaveStateValue
  problem: ApiProblem | undefined
  /** Somebody else has changed the form meanwhile; nothing is written until one of the two is taken. */
  clash: boolean
  change: (part: Partial<FormDraft>) => void
  chooseUnits: (part: Partial<UnitsDraft>) => void
  takeTheirs: () => void
  keepMine: () => void
  /** Saves what is open and gives the version to publish; `undefined` when it could not be saved. */
  settled: () => Promise<number | undefined>
}

/** A form that saves itself when the typing pauses; of two people who design it at once the second is told. */
export function useFormDraft({ form }: FormPageData): Designing {
  const client = useQueryClient()
  const [draft, setDraft] = useState(() => draftOf(form))
  const [units, setUnits] = useState<UnitsDraft>(() => unitsOf(form))
  const [save, setSave] = useState<SaveStateValue>({ state: 'untouched' })
  const [problem, setProblem] = useState<ApiProblem>()
  const [clash, setClash] = useState<FormPageData['form']>()
  const latest = useRef({ draft, units, version: form.version })
  const dirty = useRef({ draft: false, units: false })
  const turns = useTurns()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const now = latest.current
    const what = dirty.current.draft ? 'draft' : 'units'
    dirty.current[what] = false
    setSave({ state: 'saving' })
    try {
      const saved =
        what === 'draft'
          ? await reports.saveForm.call({ id: form.id, version: now.version, ...now.draft })
          : await reports.setFormUnits.call({
              id: form.id,
              version: now.version,
              unitIds: [...now.units.unitIds],
              takes: now.units.takes,
            })
      latest.current = { ...latest.current, version: saved.form.version }
      setProblem(undefined)
      client.setQueryData<FormPageData>(
        reports.getForm.queryKey({ input: { id: form.id } }),
        (old) => old && { ...old, form: saved.form },
      )
      setSave({ state: 'saved', at: formatTime(new Date(saved.form.changedAt)) })
      return true
    } catch (thrown) {
      dirty.current[what] = true
      const said = readProblem(thrown)
      setProblem(said)
      if (said.code === 'changed-meanwhile') setClash((said.data as { form?: FormPageData['form'] } | undefined)?.form)
      setSave({ state: 'failed', why: said.sentence })
      return false
    }
  }, [client, form.id])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    return turns.take(async () => {
      while (dirty.current.draft || dirty.current.units) {
        if (!(await saveOnce())) return false
      }
      return true
    })
  }, [saveOnce, turns])

  const later = useCallback(
    (what: 'draft' | 'units') => {
      dirty.current[what] = true
      setSave({ state: 'unsaved' })
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), QUIET_MS)
    },
    [flush],
  )
  useEffect(() => () => void flush(), [flush])

  const load = (from: FormPageData['form']) => {
    latest.current = { draft: draftOf(from), units: unitsOf(from), version: from.version }
    dirty.current = { draft: false, units: false }
    setDraft(latest.current.draft)
    setUnits(latest.current.units)
    setClash(undefined)
    setProblem(undefined)
    setSave({ state: 'untouched' })
  }
  return {
    draft,
    units,
    save: save.state === 'failed' ? { ...save, onRetry: clash ? undefined : () => void flush() } : save,
    problem,
    clash: clash !== undefined,
    change: (part) => {
      latest.current = { ...latest.current, draft: { ...latest.current.draft, ...part } }
      setDraft(latest.current.draft)
      later('draft')
    },
    chooseUnits: (part) => {
      latest.current = { ...latest.current, units: { ...latest.current.units, ...part } }
      setUnits(latest.current.units)
      later('units')
    },
    takeTheirs: () => clash && load(clash),
    keepMine: () => {
      if (!clash) return
      latest.current = { ...latest.current, version: clash.version }
      setClash(undefined)
      void flush()
    },
    settled: async () => ((await flush()) ? latest.current.version : undefined),
  }
}

function draftOf(form: FormPageData['form']): FormDraft {
  return {
    title: form.title,
    periodName: form.periodName,
    periodFrom: form.periodFrom,
    periodTo: form.periodTo,
    previousFormId: form.previousFormId,
    lastYearFormId: form.lastYearFormId,
    due: form.due && { day: form.due.day, relation: form.due.relation },
    definition: form.definition,
  }
}

function unitsOf(form: FormPageData['form']): UnitsDraft {
  return { unitIds: form.unitIds, takes: form.takes }
}
