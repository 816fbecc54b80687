import type { BorderSide, CellStyle } from 'hucre'
import type { SheetColumn } from '../../kernel/sheet-columns.ts'

const FONT = { name: 'Times New Roman', size: 12 }
const GREY = { rgb: 'FF6B7280' }
const LINE: BorderSide = { style: 'thin', color: { rgb: 'FFC9CDD3' } }
const border = { top: LINE, bottom: LINE, left: LINE, right: LINE }

export const DEFAULT_FONT = FONT

/** Excel's own letters for formats, whatever the language of the program. «@» keeps what is typed as text. */
const FORMATS: Readonly<Record<SheetColumn['kind'], string>> = {
  text: '@',
  id: '@',
  whole: '#,##0',
  decimal: '#,##0.####',
  day: 'dd/mm/yyyy',
  'partial-day': '@',
  moment: 'dd/mm/yyyy hh:mm:ss',
  'yes-no': '@',
  choice: '@',
}

export function headStyle(hidden: boolean): CellStyle {
  return {
    font: hidden ? { ...FONT, italic: true, color: GREY } : { ...FONT, bold: true },
    fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFEDEFF2' } },
    alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
    border,
  }
}

/** How the cells of a column look; `format` says otherwise than its kind, for a whole day in a column of partial ones. */
export function cellStyle(column: SheetColumn, hidden: boolean, format = FORMATS[column.kind]): CellStyle {
  const centred = column.kind === 'day' || column.kind === 'yes-no' || column.kind === 'partial-day'
  return {
    font: hidden ? { ...FONT, color: GREY } : FONT,
    numFmt: format,
    alignment: {
      vertical: 'top',
      ...(centred ? { horizontal: 'center' } : {}),
      ...(column.kind === 'text' && column.wrap ? { wrapText: true } : {}),
    },
    border,
  }
}

export const WHOLE_DAY = FORMATS.day
