import { formatDate } from '../../kernel/plain-date.ts'
import type { UnitEventKind } from './unit-events.ts'

export type LegalDocument = {
  readonly kind: string
  readonly number: string
  readonly issuedOn: string
  readonly issuer: string
  readonly title: string | null
}

/** An event with names instead of ids, as far as its sentence needs them. */
export type EventFacts = {
  readonly kind: UnitEventKind
  readonly document: LegalDocument | null
  /** What ended or was divided, and what came of it. */
  readonly before: readonly string[]
  readonly after: readonly string[]
  /** The unit came to an existing one (sáp nhập), or went on when others were taken out of it (tách). */
  readonly goesOn: boolean
  /** For a name: the one before and the one after. For a place: the unit above. */
  readonly old: string | null
  readonly new: string | null
  /** Of a unit that was moved: its new name, where it got one with it. */
  readonly renamed: string | null
}

/** «theo Nghị quyết số 12/NQ-HĐND ngày 16/06/2025 của Hội đồng nhân dân tỉnh»; empty without a document. */
export function basisWords(document: LegalDocument | null): string {
  if (document === null) return ''
  const { kind, number, issuedOn, issuer } = document
  return `theo ${kind} số ${number} ngày ${formatDate(issuedOn)} của ${issuer}`
}

/** The event as a sentence, told of everybody in it; with `of` as it looks from one of its units. */
export function eventWords(facts: EventFacts, of?: string): string {
  const basis = basisWords(facts.document)
  const said = saidOf(facts, of)
  return basis === '' ? said : `${said} ${basis}`
}

function saidOf(facts: EventFacts, of: string | undefined): string {
  const before = facts.before.join(', ')
  const after = facts.after.join(', ')
  switch (facts.kind) {
    case 'created':
      return 'Thành lập'
    case 'renamed':
      return `Đổi tên từ ${facts.old ?? ''} thành ${facts.new ?? ''}`
    case 'moved':
      return movedWords(facts)
    case 'changed':
      return 'Thay đổi loại, cấp hoặc đặc điểm'
    case 'merged':
      if (facts.goesOn) {
        return of !== undefined && facts.after.includes(of)
          ? `Nhận sáp nhập ${before}`
          : `Sáp nhập ${before} vào ${after}`
      }
      if (of !== undefined && facts.after.includes(of)) return `Hợp nhất từ ${before}`
      return `Hợp nhất ${before} thành ${after}`
    case 'split':
      if (facts.goesOn) {
        return of !== undefined && facts.after.includes(of) ? `Tách từ ${before}` : `Tách ${after} khỏi ${before}`
      }
      return of !== undefined && facts.after.includes(of) ? `Chia từ ${before}` : `Chia ${before} thành ${after}`
    case 'dissolved':
      return of !== undefined && !facts.before.includes(of) ? `Chuyển cấp trên khi ${before} giải thể` : 'Giải thể'
  }
}

function movedWords({ old, new: parent, renamed }: EventFacts): string {
  const moved = old === null ? `Chuyển về ${parent ?? ''}` : `Chuyển từ ${old} về ${parent ?? ''}`
  return renamed === null ? moved : `${moved}, đổi tên thành ${renamed}`
}
