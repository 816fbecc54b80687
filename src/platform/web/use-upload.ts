import { useCallback, useEffect, useRef, useState } from 'react'
import type { ApiProblem } from './problem.ts'
import { type Upload, type UploadedFile, uploadFile } from './upload-file.ts'

export type Uploading = {
  /** While a file is under way; goes straight into `FileField`. */
  sending: { name: string; part: number } | undefined
  problem: ApiProblem | undefined
  /** Sends a file; what came of it, or `undefined` when it was refused or stopped (then `problem` says why). */
  send: (file: File) => Promise<UploadedFile | undefined>
  stop: () => void
  clear: () => void
}

/** One upload at a time with its progress; leaving the page stops it. */
export function useUpload(): Uploading {
  const [sending, setSending] = useState<{ name: string; part: number }>()
  const [problem, setProblem] = useState<ApiProblem>()
  const current = useRef<Upload>(undefined)
  useEffect(() => () => current.current?.stop(), [])
  const send = useCallback(async (file: File) => {
    current.current?.stop()
    setProblem(undefined)
    setSending({ name: file.name, part: 0 })
    const upload = uploadFile(file, (part) => setSending({ name: file.name, part }))
    current.current = upload
    const outcome = await upload.done
    if (current.current === upload) {
      current.current = undefined
      setSending(undefined)
      if (outcome.ok === false) setProblem(outcome.problem)
    }
    return outcome.ok === true ? outcome.file : undefined
  }, [])
  const stop = useCallback(() => current.current?.stop(), [])
  const clear = useCallback(() => setProblem(undefined), [])
  return { sending, problem, send, stop, clear }
}
