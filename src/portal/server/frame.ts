import { formatDate } from '../../kernel/plain-date.ts'
import { type Html, html } from '../../platform/http/html.ts'
import { signIcon } from './icons.ts'
import type { House } from './portal-data.ts'

/** The mark as the tab shows it, within the page. */
const SIGN = `data:image/svg+xml,${encodeURIComponent(signIcon('http://www.w3.org/2000/svg').text)}`

export type PublicPage = {
  house: House
  /** The tab's title, before the organisation's name. */
  title: string
  /** One sentence for search engines. */
  summary?: string
  /** The address of the stylesheet; its name changes with its content. */
  style: string
  /** The day on which what is shown last changed. */
  updated?: string
  content: Html
}

/** The whole of a public page: no script, one stylesheet, landmarks, a way past the head. */
export function publicPage({ house, title, summary, style, updated, content }: PublicPage): Html {
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light">
<title>${title} – ${house.organisation}</title>
${summary ? html`<meta name="description" content="${summary}">` : ''}
<link rel="icon" href="${SIGN}">
<link rel="stylesheet" href="${style}">
</head>
<body>
<a class="skip" href="#noi-dung">Đến nội dung chính</a>
<header class="top"><div class="wide">
<a class="brand" href="/cong-khai">${signIcon()}<span><b>Thi đua, khen thưởng</b><small>${house.organisation}</small></span></a>
<nav aria-label="Chính"><a href="/cong-khai">Phong trào thi đua</a></nav>
</div></header>
<main id="noi-dung" tabindex="-1">${content}</main>
<footer class="foot"><div class="wide">
<span>${house.organisation}</span>
${updated ? html`<span>Cập nhật ${formatDate(updated)}</span>` : ''}
<a href="/dang-nhap">Đăng nhập hệ thống</a>
</div></footer>
</body>
</html>`
}
