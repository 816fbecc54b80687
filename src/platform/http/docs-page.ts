import type { OpenAPI } from '@orpc/openapi'
import { REFUSALS } from '../../kernel/refusals.ts'
import { type Html, html, ownMarkup } from './html.ts'
import { refusalCodesOf } from './refusal-description.ts'
import { RPC_PREFIX } from './refusal-reply.ts'
import { type OutlineLine, outline } from './schema-outline.ts'

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const

type Described = {
  readonly method: string
  readonly path: string
  readonly operation: OpenAPI.OperationObject
}

const STYLE = `
body{margin:0;background:#f4f6f8;color:#1a2129;font:0.9375rem/1.6 'Be Vietnam Pro',system-ui,sans-serif}
header,main{max-width:62rem;margin:0 auto;padding:1.5rem 1rem}
h1{font-size:1.625rem;line-height:1.4;margin:0}h2{font-size:1.25rem;margin:2rem 0 .5rem}h3{font-size:1.0625rem;margin:0}
h4{font-size:.875rem;margin:1rem 0 .25rem;color:#44505c}
a{color:#1d4f7c}p{margin:.25rem 0}
nav ul{columns:18rem;column-gap:2.5rem;padding-left:1.1rem}
article{background:#fff;border:1px solid #e0e5ea;border-radius:6px;padding:1rem;margin:0 0 1rem}
code{font-family:ui-monospace,monospace;font-size:.8125rem;overflow-wrap:break-word}
table{border-collapse:collapse;width:100%;table-layout:fixed}td{overflow-wrap:break-word}th:first-child{width:40%}th,td{text-align:left;vertical-align:top;padding:.25rem .5rem;border-top:1px solid #e0e5ea}
th{font-weight:600;font-size:.8125rem;color:#44505c}
.d1{padding-left:1.5rem}.d2{padding-left:3rem}.d3{padding-left:4.5rem}.d4{padding-left:6rem}.d5{padding-left:7.5rem}.d6{padding-left:9rem}
:focus-visible{outline:2px solid #1d4f7c;outline-offset:2px}`

/** The list of operations for people: what each does, what it takes and gives, and why it may refuse. */
export function docsPage(document: OpenAPI.Document, nonce: string): Html {
  const groups = new Map<string, Described[]>()
  for (const one of described(document)) {
    const tag = one.operation.tags?.[0] ?? 'Khác'
    groups.set(tag, [...(groups.get(tag) ?? []), one])
  }
  return html`<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>Giao diện lập trình – ${document.info.title}</title>
<style nonce="${nonce}">${ownMarkup(STYLE)}</style>
</head>
<body>
<header>
<h1>Giao diện lập trình của ${document.info.title}</h1>
<p>Mỗi việc làm được trên màn hình là một mục dưới đây. Bản cho máy đọc: <a href="/api/openapi.json">openapi.json</a> (OpenAPI 3.1).</p>
<p>Gửi và nhận JSON (UTF-8). Lời từ chối luôn có mã, câu tiếng Việt và trạng thái HTTP.</p>
<nav aria-label="Danh mục">
${[...groups].map(([tag, operations]) => groupLinks(tag, operations))}
</nav>
</header>
<main>
${[...groups].map(([tag, operations]) => html`<section><h2>${tag}</h2>${operations.map(section)}</section>`)}
</main>
</body>
</html>`
}

function described(document: OpenAPI.Document): Described[] {
  return Object.entries(document.paths ?? {}).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item?.[method]
      return operation ? [{ method: method.toUpperCase(), path: `/api${path}`, operation }] : []
    }),
  )
}

function idOf({ method, path, operation }: Described): string {
  return operation.operationId ?? `${method} ${path}`
}

function groupLinks(tag: string, operations: readonly Described[]): Html {
  return html`<h2>${tag}</h2><ul>${operations.map(
    (one) => html`<li><a href="#${encodeURIComponent(idOf(one))}">${one.operation.summary ?? idOf(one)}</a></li>`,
  )}</ul>`
}

function section(one: Described): Html {
  const { method, path, operation } = one
  const name = operation.operationId
  const open = operation.security?.length === 0
  return html`<article id="${encodeURIComponent(idOf(one))}">
<h3>${operation.summary ?? idOf(one)}</h3>
<p><code>${method} ${path}</code></p>
${name && html`<p>Trong máy khách có kiểu: <code>${RPC_PREFIX}/${name.replaceAll('.', '/')}</code></p>`}
<p>${open ? 'Ai cũng gọi được.' : 'Phải đăng nhập.'}</p>
${shape('Đưa vào', inputOf(operation))}
${shape('Nhận về', outputOf(operation))}
${refusals(operation)}
</article>`
}

function inputOf(operation: OpenAPI.OperationObject): OutlineLine[] {
  const parameters = (operation.parameters ?? []).flatMap((parameter) =>
    'schema' in parameter
      ? outline({
          type: 'object',
          properties: { [parameter.name]: parameter.schema ?? {} },
          required: parameter.required ? [parameter.name] : [],
        })
      : [],
  )
  const body = operation.requestBody
  const schema = body && 'content' in body ? body.content['application/json']?.schema : undefined
  return [...parameters, ...outline(schema)]
}

function outputOf(operation: OpenAPI.OperationObject): OutlineLine[] {
  const response = operation.responses?.['200'] ?? operation.responses?.['201']
  return response && 'content' in response ? outline(response.content?.['application/json']?.schema) : []
}

function shape(title: string, lines: readonly OutlineLine[]): Html | undefined {
  if (lines.length === 0) return undefined
  return html`<h4>${title}</h4><table>
<thead><tr><th scope="col">Mục</th><th scope="col">Kiểu</th><th scope="col">Bắt buộc</th></tr></thead>
<tbody>${lines.map(
    (line) =>
      html`<tr><td class="d${line.depth}"><code>${line.name}</code></td><td>${line.kind}</td><td>${line.required ? 'có' : ''}</td></tr>`,
  )}</tbody></table>`
}

function refusals(operation: OpenAPI.OperationObject): Html | undefined {
  const codes = Object.values(operation.responses ?? {}).flatMap(refusalCodesOf)
  if (codes.length === 0) return undefined
  return html`<h4>Khi từ chối</h4><table>
<thead><tr><th scope="col">Mã</th><th scope="col">HTTP</th><th scope="col">Câu hiện ra</th></tr></thead>
<tbody>${codes.map(
    (code) =>
      html`<tr><td><code>${code}</code></td><td>${REFUSALS[code].status}</td><td>${REFUSALS[code].text}</td></tr>`,
  )}</tbody></table>`
}
