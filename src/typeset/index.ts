export { DOCX_MEDIA_TYPE, type OfficialLetter, officialLetter } from './docx/official-letter.ts'
export type { SheetToWrite } from './xlsx/sheet.ts'
export { templateFor } from './xlsx/template-for.ts'
export { MOST_SHEET_ROWS, type WrittenSheet, writeSheet, XLSX_MEDIA_TYPE } from './xlsx/write-sheet.ts'
