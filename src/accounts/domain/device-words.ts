/** First match wins: Edge and Opera also say Chrome, Chrome also says Safari, Zalo's window says both. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bZalo\b/i, 'Zalo'],
  [/\b(?:FBAN|FBAV)\b/, 'Facebook'],
  [/\bcoc_coc_browser\//i, 'Cốc Cốc'],
  [/\bEdg(?:e|A|iOS)?\//, 'Edge'],
  [/\b(?:OPR|Opera)\b/, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(?:Firefox|FxiOS)\//, 'Firefox'],
  [/\b(?:HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

/** iPads since 2019 say they are Macs: nothing in the text tells them apart. */
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'điện thoại Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'máy Mac'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bLinux\b/, 'Linux'],
]

/** What a browser says of itself, in words: «Chrome trên Windows». */
export function deviceWords(userAgent: string | null | undefined): string {
  if (!userAgent) return 'thiết bị không rõ'
  const browser = BROWSERS.find(([pattern]) => pattern.test(userAgent))?.[1] ?? 'trình duyệt không rõ'
  const system = SYSTEMS.find(([pattern]) => pattern.test(userAgent))?.[1]
  return system === undefined ? browser : `${browser} trên ${system}`
}
