import type { FormDefinition, FormLine, FormSection } from './form.ts'

/** A form with one thing changed; what is not touched stays the same object. Keys are made by the caller and never used again. */

export function changeSection(form: FormDefinition, key: string, part: Partial<FormSection>): FormDefinition {
  return { sections: form.sections.map((section) => (section.key === key ? { ...section, ...part } : section)) }
}

export function changeLine(form: FormDefinition, key: string, part: Partial<FormLine>): FormDefinition {
  return inSections(form, (lines) => lines.map((line) => (line.key === key ? { ...line, ...part } : line)))
}

export function removeLine(form: FormDefinition, key: string): FormDefinition {
  return inSections(form, (lines) => lines.filter((line) => line.key !== key))
}

export function addLine(form: FormDefinition, sectionKey: string, line: FormLine): FormDefinition {
  return {
    sections: form.sections.map((section) =>
      section.key === sectionKey ? { ...section, lines: [...section.lines, line] } : section,
    ),
  }
}

export function addSection(form: FormDefinition, section: FormSection): FormDefinition {
  return { sections: [...form.sections, section] }
}

export function removeSection(form: FormDefinition, key: string): FormDefinition {
  return { sections: form.sections.filter((section) => section.key !== key) }
}

/** Moves a section one place up (−1) or down (1); at the edge it stays. */
export function moveSection(form: FormDefinition, key: string, by: -1 | 1): FormDefinition {
  return { sections: moved(form.sections, key, by) }
}

/** Moves a line one place; past the edge of its section it goes into the next one, so that every place is reached by the keyboard. */
export function moveLine(form: FormDefinition, key: string, by: -1 | 1): FormDefinition {
  const at = form.sections.findIndex((section) => section.lines.some((line) => line.key === key))
  const from = form.sections[at]
  if (!from) return form
  const place = from.lines.findIndex((line) => line.key === key)
  const inside = place + by >= 0 && place + by < from.lines.length
  if (inside) return changeSection(form, from.key, { lines: moved(from.lines, key, by) })
  const to = form.sections[at + by]
  const line = from.lines[place]
  if (!to || !line) return form
  const without = removeLine(form, key)
  const lines = by === 1 ? [line, ...to.lines] : [...to.lines, line]
  return changeSection(without, to.key, { lines })
}

/** Lines of a proposal that the form does not have yet, put in under their own sections. */
export function withProposed(form: FormDefinition, proposed: FormDefinition): FormDefinition {
  const known = new Set(form.sections.flatMap((section) => section.lines.map((line) => line.key)))
  let next = form
  for (const section of proposed.sections) {
    const lines = section.lines.filter((line) => !known.has(line.key))
    if (lines.length === 0) continue
    const there = next.sections.find((one) => one.key === section.key)
    next = there
      ? changeSection(next, there.key, { lines: [...there.lines, ...lines] })
      : addSection(next, { ...section, lines })
  }
  return { sections: next.sections.filter((section) => section.lines.length > 0 || section.title.trim() !== '') }
}

function inSections(form: FormDefinition, change: (lines: readonly FormLine[]) => readonly FormLine[]): FormDefinition {
  return { sections: form.sections.map((section) => ({ ...section, lines: change(section.lines) })) }
}

function moved<Item extends { readonly key: string }>(items: readonly Item[], key: string, by: -1 | 1): Item[] {
  const at = items.findIndex((item) => item.key === key)
  const [one, other] = [items[at], items[at + by]]
  if (!one || !other) return [...items]
  return items.map((item, index) => (index === at ? other : index === at + by ? one : item))
}
