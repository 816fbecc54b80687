/** «38 trong 214 phong trào», «38 phong trào», «hơn 10.000 phong trào». */
export function countWords(
  total: number,
  totalIsMore: boolean | undefined,
  overall: number | undefined,
  noun: string,
  narrowed: boolean,
): string {
  const counted = `${totalIsMore ? 'hơn ' : ''}${total.toLocaleString('vi-VN')}`
  if (narrowed && overall !== undefined) return `${counted} trong ${overall.toLocaleString('vi-VN')} ${noun}, lọc theo`
  return narrowed ? `${counted} ${noun}, lọc theo` : `${counted} ${noun}`
}
