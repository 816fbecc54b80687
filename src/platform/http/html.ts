/**
 * Pages made on the server. Every value put into `html` is escaped; only another `html` goes in as it is, so that a
 * forgotten escape cannot happen.
 */
export class Html {
  readonly text: string
  constructor(text: string) {
    this.text = text
  }
  toString(): string {
    return this.text
  }
}

export type HtmlValue = Html | string | number | boolean | null | undefined | readonly HtmlValue[]

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (letter) => ESCAPES[letter] ?? letter)
}

function written(value: HtmlValue): string {
  if (value instanceof Html) return value.text
  if (value === null || value === undefined || value === false || value === true) return ''
  if (Array.isArray(value)) return value.map(written).join('')
  return escapeHtml(String(value))
}

/** Text of our own that is markup or style already. Never for anything that came from outside. */
export function ownMarkup(text: string): Html {
  return new Html(text)
}

/** `` html`<p>${name}</p>` ``: nothing for null, undefined and booleans, lists one after another. */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return new Html(parts.reduce((page, part, at) => page + written(values[at - 1]) + part))
}
