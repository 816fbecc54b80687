/** What is wrong with a unit's place in the order of protocol. */
export function whyNotOrderNo(typed: string): string | undefined {
  const ok = /^\d{1,6}$/.test(typed.trim()) && Number(typed) <= 100_000
  return ok ? undefined : 'Nhập số từ 0 đến 100.000'
}
