import { fileHref } from '../../../platform/web/upload-file.ts'
import { FileList } from '../../../ui/index.ts'
import type { DraftFile } from './draft-store.ts'
import { fileWords } from './file-words.ts'

/** The papers that prove it, for opening; nothing where there are none. */
export function ProofList({ label, files }: { label: string; files: readonly DraftFile[] }) {
  if (files.length === 0) return null
  return (
    <FileList
      label={label}
      files={files.map((file) => ({ id: file.id, name: file.name, sub: fileWords(file), href: fileHref(file.id) }))}
    />
  )
}
