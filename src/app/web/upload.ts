import { type ApiProblem, OFFLINE, problemOfBody } from './problem.ts'

export type UploadedFile = { id: string; name: string; size: number; mediaType: string }

/**
 * Sends one file as raw bytes; operations then take its id. Gives the file, or throws an `ApiProblem` (read it with
 * `problemOf`). `onPart` hears how much has gone, 0 to 1. A stop by `signal` throws an `AbortError`.
 */
export function uploadFile(
  file: File,
  how: { onPart?: (part: number) => void; signal?: AbortSignal } = {},
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    // fetch cannot tell how much of a body has been sent
    const request = new XMLHttpRequest()
    request.open('POST', `/api/files?name=${encodeURIComponent(file.name.normalize('NFC'))}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.responseType = 'json'
    request.upload.onprogress = (event) => how.onPart?.(event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as UploadedFile)
      else reject(problemOfBody((request.response ?? {}) as Record<string, unknown>))
    }
    request.onerror = () => reject(OFFLINE satisfies ApiProblem)
    request.onabort = () => reject(new DOMException('stopped', 'AbortError'))
    how.signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}

/** The address at which a file is given out to whom may see it. */
export function fileHref(id: string): string {
  return `/api/files/${id}`
}

/** «420 kB», «1,2 MB». */
export function fileSize(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1000))} kB`
  return `${(bytes / 1_000_000).toLocaleString('vi-VN', { maximumFractionDigits: 1 })} MB`
}
