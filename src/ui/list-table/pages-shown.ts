/** The first, the last, and those around the open page. */
export function pagesShown(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages]
  if (page <= 3) wanted.push(2, 3, 4)
  if (page >= pages - 2) wanted.push(pages - 1, pages - 2, pages - 3)
  return [...new Set(wanted)].filter((one) => one >= 1 && one <= pages).sort((a, b) => a - b)
}
