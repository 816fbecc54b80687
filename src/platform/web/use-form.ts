import { type FormEvent, useId, useMemo, useState } from 'react'
import { type ApiProblem, readProblem } from './problem.ts'
import { useAct } from './use-act.ts'

type Name<Values> = Extract<keyof Values, string>
type Sentences<Values> = Partial<Record<Name<Values>, string>>

export type FormOptions<Values, Output> = {
  readonly initial: Values
  /** What can be told without the server: the sentence of each field that is not right yet. */
  readonly check?: (values: Values) => Sentences<Values>
  readonly send: (values: Values) => Promise<Output>
  readonly onDone?: (output: Output, values: Values) => void
  /** Where the server's name of a place differs from the field's: `{ 'post.title': 'title' }`. */
  readonly paths?: Readonly<Record<string, Name<Values>>>
}

export type FormField<Value> = {
  readonly id: string
  readonly value: Value
  readonly onChange: (value: Value) => void
  readonly error: string | undefined
}

export type FormState<Values> = {
  readonly values: Values
  readonly set: (part: Partial<Values>) => void
  readonly field: <Key extends Name<Values>>(name: Key) => FormField<Values[Key]>
  /** For the `ErrorSummary`: anew with every press, so that it takes the focus each time. */
  readonly problems: readonly { fieldId: string; text: string }[]
  /** A refusal that belongs to no field. */
  readonly refused: ApiProblem | undefined
  /** Back to how it was at first. */
  readonly reset: () => void
  readonly submit: (event?: FormEvent) => void
  readonly busy: boolean
  /** Something was typed since the start. */
  readonly touched: boolean
}

/**
 * The state of a form that is sent as a whole. Nothing typed is lost by a refusal or a lost connection; a field's sentence goes
 * away as soon as that field is changed; a second press while it is under way does nothing.
 */
export function useForm<Values extends object, Output>(options: FormOptions<Values, Output>): FormState<Values> {
  const formId = useId()
  const [values, setValues] = useState(options.initial)
  const [touched, setTouched] = useState(false)
  const [said, setSaid] = useState<Sentences<Values>>({})
  const [pressed, setPressed] = useState<Sentences<Values>>({})
  const [refused, setRefused] = useState<ApiProblem>()

  const sending = useAct<Values, Output>(async (sent) => {
    try {
      return await options.send(sent)
    } catch (thrown) {
      const problem = readProblem(thrown)
      const places = placesOf(problem, Object.keys(sent), options.paths ?? {}) as Sentences<Values>
      setSaid(places)
      setPressed(places)
      setRefused(Object.keys(places).length === 0 ? problem : undefined)
      throw thrown
    }
  }, options.onDone)

  const idOf = (name: string) => `${formId}${name}`
  const set = (part: Partial<Values>) => {
    setTouched(true)
    setValues((now) => ({ ...now, ...part }))
    setSaid((now) => without(now, Object.keys(part)))
  }
  return {
    values,
    set,
    touched,
    refused,
    busy: sending.busy,
    field: (name) => ({
      id: idOf(name),
      value: values[name],
      onChange: (value) => set({ [name]: value } as unknown as Partial<Values>),
      error: said[name],
    }),
    problems: useMemo(
      () =>
        Object.entries<string | undefined>(pressed).flatMap(([name, text]) =>
          text === undefined ? [] : [{ fieldId: `${formId}${name}`, text }],
        ),
      [pressed, formId],
    ),
    reset: () => {
      setValues(options.initial)
      setTouched(false)
      setSaid({})
      setPressed({})
      setRefused(undefined)
    },
    submit: (event) => {
      event?.preventDefault()
      if (sending.busy) return
      const wrong = options.check?.(values) ?? {}
      setRefused(undefined)
      setSaid(wrong)
      setPressed(wrong)
      if (Object.values(wrong).every((text) => text === undefined)) sending.run(values)
    },
  }
}

/** A field that holds a day, as `DateField` takes it: what is no day is shown as typed, and stays to be mended. */
export function dayField(field: FormField<string | undefined>): FormField<string> & {
  readonly onChange: (value: string | undefined) => void
} {
  return { ...field, value: field.value ?? '' }
}

/** The sentences of a refusal by field, where they belong to fields of this form; none when one belongs elsewhere. */
export function placesOf(
  problem: ApiProblem,
  names: readonly string[],
  paths: Readonly<Record<string, string>>,
): Record<string, string> {
  const issues =
    problem.issues.length > 0
      ? problem.issues
      : problem.field === undefined
        ? []
        : [{ path: problem.field, message: problem.sentence }]
  const found: Record<string, string> = {}
  for (const { path, message } of issues) {
    const name = paths[path] ?? path
    if (!names.includes(name)) return {}
    found[name] ??= message
  }
  return found
}

function without<Sentence extends object>(sentences: Sentence, names: readonly string[]): Sentence {
  return Object.fromEntries(Object.entries(sentences).filter(([name]) => !names.includes(name))) as Sentence
}
