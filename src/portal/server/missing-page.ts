import { type Html, html } from '../../platform/http/html.ts'
import { publicPage } from './frame.ts'
import type { House } from './portal-data.ts'

/** No such page, or no longer: the public is not told which. */
export function missingPage(house: House, style: string): Html {
  return publicPage({
    house,
    title: 'Không có trang này',
    style,
    content: html`<div class="opening"><div class="wide"><h1>Không có trang này</h1>
<p class="lead">Đường dẫn đã cũ, hoặc nội dung không còn công khai. <a href="/cong-khai">Xem các phong trào đang công khai</a></p></div></div>`,
  })
}
