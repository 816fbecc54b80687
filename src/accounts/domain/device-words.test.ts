import { expect, it } from 'vitest'
import { deviceWords } from './device-words.ts'

const MOZILLA = 'Mozilla/5.0'
const KHTML = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`${MOZILLA} (Windows NT 10.0; Win64; x64) ${KHTML} Chrome/141.0.0.0 Safari/537.36`, 'Chrome trên Windows'],
  [`${MOZILLA} (Windows NT 10.0) ${KHTML} Chrome/141.0.0.0 Safari/537.36 Edg/141.0`, 'Edge trên Windows'],
  [`${MOZILLA} (Windows NT 10.0) ${KHTML} coc_coc_browser/120.0 Chrome/120.0 Safari/537.36`, 'Cốc Cốc trên Windows'],
  [`${MOZILLA} (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0`, 'Firefox trên Linux'],
  [
    `${MOZILLA} (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1`,
    'Safari trên iPhone',
  ],
  [`${MOZILLA} (Linux; Android 15) ${KHTML} Chrome/141.0 Mobile Safari/537.36`, 'Chrome trên điện thoại Android'],
  [
    `${MOZILLA} (Linux; Android 14) ${KHTML} Version/4.0 Chrome/130.0 Mobile Safari/537.36 Zalo/24`,
    'Zalo trên điện thoại Android',
  ],
  [`${MOZILLA} (Macintosh; Intel Mac OS X 10_15_7) ${KHTML} Version/18.0 Safari/605.1.15`, 'Safari trên máy Mac'],
  ['curl/8.5.0', 'trình duyệt không rõ'],
  ['', 'thiết bị không rõ'],
  [null, 'thiết bị không rõ'],
  ['<script>alert(1)</script>', 'trình duyệt không rõ'],
])('%s', (userAgent, words) => {
  expect(deviceWords(userAgent)).toBe(words)
})
