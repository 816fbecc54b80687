import { type Html, html } from '../../platform/http/html.ts'

/** The mark of the product; as a file of its own it must name its kind of XML. */
export function signIcon(xmlns?: string): Html {
  return html`<svg ${xmlns ? html`xmlns="${xmlns}"` : html`class="sign"`} viewBox="0 0 32 32" aria-hidden="true"><rect width="32" height="32" rx="7" fill="#ab231b"/><path d="M8 21.5 16 13.5l8 8" fill="none" stroke="#fff" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/><circle cx="16" cy="7.6" r="2.1" fill="#f0c95a"/></svg>`
}

// Tabler outlines, drawn into the page: a public page loads nothing for its pictures.
const PATHS = {
  check: html`<path d="M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0"/><path d="M9 12l2 2l4 -4"/>`,
  clock: html`<path d="M3 12a9 9 0 1 0 18 0a9 9 0 0 0 -18 0"/><path d="M12 7v5l3 3"/>`,
  flag: html`<path d="M5 5a5 5 0 0 1 7 0a5 5 0 0 0 7 0v9a5 5 0 0 1 -7 0a5 5 0 0 0 -7 0v-9"/><path d="M5 21v-7"/>`,
  file: html`<path d="M14 3v4a1 1 0 0 0 1 1h4"/><path d="M17 21h-10a2 2 0 0 1 -2 -2v-14a2 2 0 0 1 2 -2h7l5 5v11a2 2 0 0 1 -2 2"/><path d="M9 9l1 0"/><path d="M9 13l6 0"/><path d="M9 17l6 0"/>`,
} as const

/** One drawing; always beside a word. */
export function icon(name: keyof typeof PATHS): Html {
  return html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${PATHS[name]}</svg>`
}

/** A state: colour, drawing and word. */
export function status(tone: 'luc' | 'cham' | 'xam', name: keyof typeof PATHS, word: string): Html {
  return html`<span class="status ${tone}">${icon(name)}${word}</span>`
}
