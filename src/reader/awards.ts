/** Titles and rewards as plans write them, folded; longest forms first. */
const AWARD =
  /(?:danh hieu ?:? ?)?(?<award>[“]?(?:co thi dua(?: cua| xuat sac)?(?: chinh phu| (?:cua )?(?:bo|tinh|ubnd|uy ban nhan dan|cum|khoi)[a-z ]{0,40})?|bang khen|giay khen|huan chuong(?: lao dong| doc lap| chien cong)?(?: hang (?:nhat|nhi|ba))?|chien s[iy] thi dua(?: co so| cap (?:co so|tinh|bo|nganh|thanh pho|huyen)| toan quoc| tinh)?|chien s[iy] tien tien|tap the lao dong (?:xuat sac|tien tien)|lao dong (?:tien tien|xuat sac|gioi)|don vi (?:tien tien|quyet thang|xuat sac|dan dau)|tap the (?:xuat sac|tien tien)|(?:co quan|don vi|gia dinh|truong hoc|lang|thon|khu dan cu|to dan pho|doanh nghiep|khu pho|ap|xa|phuong)(?: dat chuan)? van hoa|giao vien (?:day )?gioi(?: cap (?:truong|huyen|tinh|quan|thanh pho))?|hoc sinh gioi(?: cap (?:truong|huyen|tinh|quoc gia|quan|thanh pho))?|nha giao uu tu|anh hung lao dong|ky niem chuong|nguoi tot,? viec tot|(?:cstd|ldtt|ttldtt|ttldxs|ldxs)(?:cs| co so| cap [a-z]+)?(?![a-z]))[”]?)/

const ENDS = / (?:tro len|theo|nam (?:19|20)\d\d|cap do|va (?=\d|khong|co )|trong|tai|khi|de )|[,;:.()]|$/

export type FoundAward = { text: string; from: number; to: number }

/** The award a clause speaks of, with who gives it when the clause says «được X tặng …». */
export function awardIn(text: string, folded: string): FoundAward | null {
  const known = AWARD.exec(folded)
  const titled = /danh hieu ?:? ?(?:la )?(?=\S)/.exec(folded)
  if (titled && (!known || known.index > titled.index + 3 || !known[0].startsWith('danh hieu'))) {
    const from = titled.index + titled[0].length
    const quoted = text.charAt(from) === '“' ? text.indexOf('”', from) : -1
    const length = quoted > 0 ? quoted + 1 - from : (ENDS.exec(folded.slice(from))?.index ?? 0)
    const own = text
      .slice(from, from + length)
      .replace(/[“”]/g, '')
      .trim()
    const short = own.split(' ').length < 3
    if (short && own.length > 1)
      return { text: text.slice(titled.index, from + length).trim(), from: titled.index, to: from + length }
    if (own.length > 3 && own.length < 120) return withGiver(text, folded, { text: own, from, to: from + length })
  }
  const award = known?.groups?.award
  if (!known || award === undefined) return null
  const from = known.index + known[0].length - award.length
  const own = text
    .slice(from, from + award.length)
    .replace(/[“”]/g, '')
    .trim()
  return withGiver(text, folded, { text: own, from, to: from + award.length })
}

/** «được Bộ Nội vụ, UBND tỉnh tặng Bằng khen» → «Bằng khen của Bộ Nội vụ, UBND tỉnh»; «Bằng khen của …» as it stands. */
function withGiver(text: string, folded: string, award: FoundAward): FoundAward {
  const rewards = /^.?(?:co|bang khen|giay khen|huan chuong|ky niem)/.test(folded.slice(award.from))
  if (!rewards) return award
  const giver =
    /(?:duoc|de nghi|trinh) (?<who>[^;.]{2,80}?)(?: xet| cong nhan| quyet dinh)?,? (?:tang thuong|tang|khen thuong|trao tang|thuong) /.exec(
      folded.slice(0, award.from),
    )
  const more = /^ (?:hoac|va|,) (?:bang khen|giay khen|co thi dua|huan chuong)/.exec(folded.slice(award.to))
  const own = more ? award.text + text.slice(award.to, award.to + more[0].length) : award.text
  const to = award.to + (more?.[0].length ?? 0)
  const after = /^ (?:của )?(?=\p{Lu})/u.exec(text.slice(to, to + 6))
  if (after) {
    const end = /[,;.(]| (?:va|theo|nam|tro|trong) |$/.exec(folded.slice(to))?.index ?? 0
    return { text: `${own}${text.slice(to, to + end)}`.trim(), from: award.from, to: to + end }
  }
  const who = giver?.groups?.who
  if (!giver || who === undefined) return { ...award, text: own, to }
  const at = giver.index + giver[0].indexOf(who)
  return { text: `${own} của ${text.slice(at, at + who.length)}`, from: award.from, to }
}
