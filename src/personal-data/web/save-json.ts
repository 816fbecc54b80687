import { saveFile } from '../../platform/web/save-file.ts'

/** Lets the browser keep a value as a file. */
export function saveJson(name: string, value: unknown): void {
  saveFile(name, new Blob([JSON.stringify(value, null, 2)], { type: 'application/json' }))
}
