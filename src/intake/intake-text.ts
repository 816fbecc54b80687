import type { Result } from '../kernel/result.ts'

/** What intake makes of a file. */
export type IntakeText = {
  /** Cleaned text (NFC, Đ, line feeds): the text all later places refer to. */
  text: string
  mediaType: string
  /** How many pages, where the file has pages. */
  pages?: number
  /** Vietnamese sentences on what a person should know of the reading («Trang 3 không có lớp chữ»). */
  notes: string[]
}

export type IntakeResult = Result<IntakeText>

/** 0 to 1. */
export type OnProgress = (done: number) => void

export const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  txt: 'text/plain',
  md: 'text/markdown',
} as const
