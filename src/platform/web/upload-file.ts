import { type ApiProblem, offlineProblem, problemOfBody } from './problem.ts'

export type UploadedFile = { id: string; name: string; size: number; mediaType: string }

export type Upload = {
  readonly done: Promise<{ ok: true; file: UploadedFile } | { ok: false; problem: ApiProblem } | { ok: 'stopped' }>
  readonly stop: () => void
}

/** Sends one file as it is; `onPart` hears how much has gone, 0 to 1. XMLHttpRequest, because fetch tells no progress. */
export function uploadFile(file: File, onPart: (part: number) => void): Upload {
  const request = new XMLHttpRequest()
  const done: Upload['done'] = new Promise((resolve) => {
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable && event.total > 0) onPart(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const body = parsed(request.responseText)
      if (request.status === 201) resolve({ ok: true, file: body as UploadedFile })
      else resolve({ ok: false, problem: problemOfBody(body) })
    })
    request.addEventListener('error', () => resolve({ ok: false, problem: offlineProblem() }))
    request.addEventListener('abort', () => resolve({ ok: 'stopped' }))
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name)}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.send(file)
  })
  return { done, stop: () => request.abort() }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Where a stored file is read from. */
export function fileHref(id: string): string {
  return `/api/files/${id}`
}
