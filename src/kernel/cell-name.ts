/** «AB» for column 27, counted from 0. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26))
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter
}

/** «B12», as Excel shows it: the column counted from 0, the row from 1. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row}`
}
