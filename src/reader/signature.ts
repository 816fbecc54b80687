import type { Source } from './facts.ts'
import { fold } from './view.ts'

const OFFICES =
  'chu tich|pho chu tich|giam doc|pho giam doc|tong giam doc|pho tong giam doc|hieu truong|pho hieu truong|bo truong|thu truong|truong phong|pho truong phong|pho phong|truong ban|pho truong ban|pho ban|bi thu|pho bi thu|cuc truong|pho cuc truong|vien truong|pho vien truong|chanh an|pho chanh an|chanh van phong|pho chanh van phong|truong khoa|to truong|chi cuc truong|thu tuong|pho thu tuong|tong thu ky|truong doan|cum truong|khoi truong|chinh uy|tu lenh|chi huy truong|tong bien tap|vien pho|hieu pho|chu nhiem|pho chu nhiem|truong tram|tong cuc truong|vu truong|pho vu truong|thuong truc|chanh thanh tra|kiem toan truong|doi truong|thu ky|ke toan truong|truong thon|chu toa|quyen giam doc|tram truong|dai dien|nguoi dung dau|truong khoi|pho truong khoi|truong cum|pho truong cum|truong tieu ban|uy vien|pho tong bien tap|truong bo mon|pho khoa|truong cong an|chi huy pho|truong hai quan'

const OFFICE = new RegExp(
  `^(?:(?:tm|kt|tl|tuq|q|ct)\\.? ?|t/m ?|k/t ?|thua lenh |thay mat |quyen )?(?:${OFFICES})(?![a-z])`,
)
const ON_BEHALF = /^(?:tm|t\/m|kt|k\/t|tl|tuq)[. ]/

const RANKS =
  '(?:GS|PGS|TS|ThS|Th\\.S|BSCKI{1,3}|BS\\.? ?CKI{1,3}|BS|DSCKI{1,3}|DS|KS|CN|CVCC|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thiếu tướng|Trung tướng|NGƯT|NGND|TTƯT|TTND|Luật sư|Ông|Bà)'
const PERSON = new RegExp(
  `^(?:${RANKS}(?:\\. ?| |, ?))*\\p{Lu}[\\p{Ll}\\p{M}'’]*(?: (?:\\p{Lu}[\\p{Ll}\\p{M}'’]*\\.?)){1,5}$`,
  'u',
)
const FAMILY =
  /^(?:nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|ha|trinh|mai|dao|cao|luong|hua|to|luu|ta|chu|thai|quach|vuong|nong|trieu|lo|giang|ma|la|tong|phung|than|tang|kieu|doan|truong|lam|luc|on|au|khuc|nghiem|cu|bach|lai|van|dam|be|hau|quan|thach|kim|son|danh|y|ksor|ro|cam|sung|vang|tan|chau|ton|diep|ninh|khong|kha|nhu|uong|vi|vien|bo|a|giap|mac|luyen|tieu|ong|thi|tu|dong|lu|hang|chang|thao) /

/** A line of a signature: in capitals, opening with «TM.», «KT.», «Q.» or the name of an office. */
export function isOffice(text: string): boolean {
  if (/\p{Ll}{2}/u.test(text) || text.length > 120) return false
  const words = fold(text)
  return ON_BEHALF.test(words) || OFFICE.test(words)
}

/** A person's name as one signs: capitalised words, with a rank or degree before them; or all in capitals. */
export function isPerson(text: string): boolean {
  if (text.length > 60) return false
  if (PERSON.test(text)) return !/^(?:Nơi|Ban|Sở|Phòng|Văn|Trung tâm|Như|Lưu|Website|Cổng|Các)(?= )/u.test(text)
  const count = text.split(' ').length
  return count >= 2 && count <= 5 && /^[\p{Lu}\p{M} ]+$/u.test(text) && FAMILY.test(fold(text))
}

/** Whether a name begins with a family name that is common. */
export function hasFamilyName(text: string): boolean {
  return FAMILY.test(fold(text.replace(new RegExp(`^(?:${RANKS}\\.? ?)+`, 'u'), '')))
}

/** Marks of a signature that are neither office nor name: «(Đã ký)», what a digital signature prints. */
export function isSignMark(text: string): boolean {
  return /^\(?(?:da ky|ky ten|ky,|ky va|signature|signed|nguoi ky|ky boi|thoi gian ky|co quan ?:|email ?:)/.test(
    fold(text),
  )
}

export type Signing = { title: string | null; name: string | null; source: Source }

/** Gathers the pieces of one or more signatures: lines of office add up, a name closes the first one that has none. */
export class Signatures {
  readonly all: Signing[] = []

  /** `column` is the place of the piece among several on its line, `null` when it stands alone. */
  add(text: string, source: Source, column: number | null): void {
    const open = this.all.filter((one) => one.name === null)
    const own = column === null ? undefined : this.all[column]
    if (isOffice(text) || (open.length > 0 && inCapitals(text) && !isPerson(text))) {
      const going = own?.name === null ? own : column === null ? open[0] : undefined
      if (going) {
        going.title = joined(going.title, text)
        extend(going, source)
      } else this.all.push({ title: text, name: null, source })
      return
    }
    const going = own?.name === null ? own : open[0]
    if (!going) this.all.push({ title: null, name: text, source })
    else {
      going.name = text
      extend(going, source)
    }
  }

  /** Whether an office still waits for its name. */
  get waiting(): boolean {
    return this.all.some((one) => one.name === null)
  }

  get complete(): boolean {
    return this.all.length > 0 && this.all.every((one) => one.name !== null)
  }
}

/** A line in capitals, as the offices of a signature are written. */
export const inCapitals = (text: string) => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/** «KT. GIÁM ĐỐC» gives way to «PHÓ GIÁM ĐỐC»; «TRƯỞNG KHỐI» and «CHÁNH VĂN PHÒNG» are held together. */
function joined(before: string | null, text: string): string {
  if (before === null || stands(before))
    return stands(text) && !OFFICE.test(fold(text)) && before !== null ? before : text
  if (stands(text)) return OFFICE.test(fold(text)) ? text : before
  return `${before} ${text}`
}

const stands = (title: string | null) => title !== null && ON_BEHALF.test(fold(title))

function extend(signing: Signing, source: Source): void {
  signing.source = {
    start: Math.min(signing.source.start, source.start),
    end: Math.max(signing.source.end, source.end),
  }
}
