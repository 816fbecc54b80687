import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { html } from './html.ts'

describe('a page made on the server', () => {
  it('escapes every value, also in an attribute', () => {
    const name = `<b>"Lan" & 'Hoa'</b>`
    expect(String(html`<p title="${name}">${name}</p>`)).toBe(
      '<p title="&lt;b&gt;&quot;Lan&quot; &amp; &#39;Hoa&#39;&lt;/b&gt;">&lt;b&gt;&quot;Lan&quot; &amp; &#39;Hoa&#39;&lt;/b&gt;</p>',
    )
  })

  it('puts other pieces in as they are, lists one after another, and nothing for what is missing', () => {
    const rows = ['a', '<'].map((name) => html`<li>${name}</li>`)
    expect(String(html`<ul>${rows}</ul>${undefined}${null}${false}${0}`)).toBe('<ul><li>a</li><li>&lt;</li></ul>0')
  })

  it('no text can open a tag or leave its quotes', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`${text}`.text).not.toMatch(/[<>"']/)
      }),
    )
  })
})
