/** What forms check before the server is asked. Each gives the sentence of what is wrong, or nothing. */

export function whyEmpty(typed: string, what: string): string | undefined {
  return typed.trim() === '' ? `Nhập ${what}` : undefined
}

/** For a value of `DateField`: `''` while empty, `undefined` when what is typed is no day. */
export function whyNotDay(value: string | undefined, what: string): string | undefined {
  if (value === undefined) return 'Ngày này không có trong lịch. Nhập ngày/tháng/năm, ví dụ 05/07/2022'
  return value === '' ? `Nhập ${what}` : undefined
}

/** The same for a day that may be left out: wrong is only what is typed and no day. */
export function whyNotOptionalDay(value: string | undefined): string | undefined {
  return value === '' ? undefined : whyNotDay(value, '')
}

/** What is wrong with an e-mail address that may be left out. */
export function whyNotEmail(typed: string): string | undefined {
  const email = typed.trim()
  if (email === '' || /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return undefined
  return 'Địa chỉ thư chưa đúng. Ví dụ: lan@hatinh.gov.vn'
}

/** The sentences that are there, by field: what a form's `check` gives. */
export function sentences<Name extends string>(all: Record<Name, string | undefined>): Partial<Record<Name, string>> {
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== undefined)) as Partial<
    Record<Name, string>
  >
}
