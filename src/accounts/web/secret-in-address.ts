/** The secret of a mail's link, behind «#»: «#ma=…». */
export function secretInAddress(hash: string): string | undefined {
  return /^#ma=([\w-]{20,100})$/.exec(hash)?.[1]
}
