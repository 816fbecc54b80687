import { linesOf } from './definition.ts'
import type { FormDefinition, FormLine } from './form.ts'

/** What a new version of a form changes for the units that fill it. */
export type FormChanges = {
  readonly added: readonly FormLine[]
  readonly removed: readonly FormLine[]
  /** Lines that ask otherwise than before, with what is other: «tên», «bắt buộc». */
  readonly changed: readonly { readonly line: FormLine; readonly what: readonly string[] }[]
  /** Keys of the lines that whoever has sent already must still fill. */
  readonly mustAdd: readonly string[]
  /** Lines whose kind was turned into another: what was written on them would mean something else. */
  readonly turned: readonly FormLine[]
}

const WHAT: readonly (readonly [string, (line: FormLine) => unknown])[] = [
  ['tên dòng', (line) => line.label],
  ['hướng dẫn', (line) => line.help],
  ['bắt buộc', (line) => line.required],
  ['minh chứng', (line) => line.evidence],
  ['đơn vị tính', (line) => line.unit],
  ['chỉ tiêu', (line) => [line.planned, line.plannedWords]],
]

/**
 * Compares two versions by the keys of their lines. What whoever has sent must add: lines that are new and required, and lines that were
 * optional and have become required. That evidence is asked for now on a line that was in order is no reason to write again.
 */
export function formChanges(before: FormDefinition, after: FormDefinition): FormChanges {
  const was = new Map(linesOf(before).map((line) => [line.key, line]))
  const is = new Map(linesOf(after).map((line) => [line.key, line]))
  const kept = [...is.values()].flatMap((line) => {
    const old = was.get(line.key)
    return old === undefined ? [] : [{ line, old }]
  })
  const changed = kept.map(({ line, old }) => ({
    line,
    what: WHAT.filter(([, of]) => JSON.stringify(of(line)) !== JSON.stringify(of(old))).map(([word]) => word),
  }))
  const added = [...is.values()].filter((line) => !was.has(line.key))
  return {
    added,
    removed: [...was.values()].filter((line) => !is.has(line.key)),
    changed: changed.filter(({ what }) => what.length > 0),
    mustAdd: [
      ...added.filter((line) => line.required),
      ...kept.filter(({ line, old }) => line.required && !old.required).map(({ line }) => line),
    ].map((line) => line.key),
    turned: kept.filter(({ line, old }) => line.kind !== old.kind).map(({ line }) => line),
  }
}

/** Has anything been changed at all, order and sections too? */
export function sameForm(a: FormDefinition, b: FormDefinition): boolean {
  return JSON.stringify(canonical(a)) === JSON.stringify(canonical(b))
}

function canonical({ sections }: FormDefinition): unknown {
  return sections.map(({ key, title, lines }) => [
    key,
    title,
    lines.map((line) => [line.key, line.kind, ...WHAT.map(([, of]) => of(line))]),
  ])
}
