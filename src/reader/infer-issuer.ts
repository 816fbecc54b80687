import type { Block } from './blocks.ts'
import { type Finding, finding } from './facts.ts'
import { BODY_WORDS } from './issuer.ts'
import type { Line } from './lines.ts'
import { fold, sourceOf } from './view.ts'

const OWN_WORDS =
  /(?:^|[;,.:] |để thực hiện )(?<name>(?:\p{Lu}[\p{L}.]*)(?: [\p{L}\d&.-]+,?){0,12}?) (?:xây dựng|ban hành|phát động|[Pp]hát động|triển khai|tổ chức|yêu cầu|đề nghị|hướng dẫn|thông báo|kêu gọi|đề ra|lập)(?![\p{L}])/gu
const BODY = new RegExp(`^(?:${BODY_WORDS})\\b`)

const BY_CODE: Readonly<Record<string, string>> = { SNV: 'Sở Nội vụ', UBND: 'Ủy ban nhân dân' }

const COMMITTEE = /^(?:uy ban nhan dan|ubnd)$/

/**
 * Without a head: the body that speaks in the preamble («…; Sở Nội vụ xây dựng Kế hoạch … như sau:»), else the symbol. A head that
 * has lost the place («ỦY BAN NHÂN DÂN» alone) is completed by the body of the same name. `null` where nothing is to add.
 */
export function inferIssuer(blocks: readonly Block[], head: readonly Line[], known?: string): Finding | null {
  if (known === undefined) return speaking(blocks) ?? bySymbol(head)
  // What stands first on a copied page («TIN TỨC …») is no body; the text says who speaks.
  if (!BODY.test(fold(known))) return speaking(blocks)
  if (!COMMITTEE.test(fold(known))) return null
  const spoken = speaking(blocks)
  const same = spoken?.kind === 'issuer' && /^(?:uy ban nhan dan|ubnd) /.test(fold(spoken.value))
  return same ? spoken : null
}

function speaking(blocks: readonly Block[]): Finding | null {
  for (const block of [...blocks.slice(0, 25)].reverse()) {
    if (block.marker || block.heading) continue
    if (!/(?:sau|sau day) ?[:.]|phat dong|yeu cau|ban hanh|xay dung/.test(block.fold)) continue
    let last: Finding | null = null
    for (const match of block.text.slice(0, 3000).matchAll(OWN_WORDS)) {
      const said = match.groups?.name ?? ''
      const saidAt = match.index + match[0].indexOf(said)
      // «Căn cứ nhiệm vụ năm 2020, Trường … xây dựng»: the body is what follows the comma.
      const comma = BODY.test(block.fold.slice(saidAt)) ? -1 : said.lastIndexOf(', ')
      const name = comma < 0 ? said : said.slice(comma + 2)
      const at = saidAt + said.length - name.length
      if (
        !/^\p{Lu}/u.test(name) ||
        name.length < 5 ||
        / (?:các|từng|mỗi) /.test(name) ||
        !BODY.test(block.fold.slice(at, at + name.length))
      )
        continue
      last = finding('issuer', name, sourceOf(block, at, at + name.length), 'look')
    }
    if (last) return last
  }
  return null
}

function bySymbol(head: readonly Line[]): Finding | null {
  for (const line of head) {
    const code = /\/ ?(?:KH|CT|HD|QĐ|PĐ)-(\p{Lu}{3,6})(?![\p{L}])/u.exec(line.text)
    const name = code?.[1] ? BY_CODE[code[1]] : undefined
    if (code && name) return finding('issuer', name, sourceOf(line, code.index, code.index + code[0].length), 'look')
  }
  return null
}
