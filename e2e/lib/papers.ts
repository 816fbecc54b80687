import { readFile } from 'node:fs/promises'
import type { Locator } from 'playwright'
import { makeDocx } from '../../test/make-docx.ts'

type Paper = { name: string; mimeType: string; buffer: Buffer }

const sample = (path: string) => readFile(new URL(`../../samples/${path}`, import.meta.url))

/** One of the four plans as the Word file an officer has on her disk; Hà Tĩnh's of 2022 unless another is named. */
export async function planInWord(
  plan = 'ha-tinh-2022',
  name = 'Kế hoạch phát động thi đua năm 2022.docx',
): Promise<Paper> {
  return {
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: await makeDocx((await sample(`plans/documents/${plan}.txt`)).toString('utf8')),
  }
}

/** A scan under this name. */
export async function scan(name: string): Promise<Paper> {
  return { name, mimeType: 'application/pdf', buffer: await sample('world/ban-chup-mau.pdf') }
}

/** Lets a file go over this place, as from a folder's window. */
export async function drop(place: Locator, { name, mimeType, buffer }: Paper): Promise<void> {
  const bytes = buffer.toString('base64')
  const carried = await place.page().evaluateHandle(
    ({ name, type, bytes }) => {
      const carried = new DataTransfer()
      carried.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name, { type }))
      return carried
    },
    { name, type: mimeType, bytes },
  )
  await place.dispatchEvent('drop', { dataTransfer: carried })
}
