import { parentPort, workerData } from 'node:worker_threads'
import { parse } from './parse.ts'

/** What the thread is given and what it says. */
export type ParseJob = { kind: 'docx' | 'pdf'; bytes: Uint8Array }

const { kind, bytes } = workerData as ParseJob
const result = await parse(kind, bytes, (done) => parentPort?.postMessage({ progress: done }))
parentPort?.postMessage({ result })
