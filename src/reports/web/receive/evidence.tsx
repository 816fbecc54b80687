import { useState } from 'react'
import { ProofList } from '../../../mechanisms/submissions/web/index.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { Acts, Button, Dialog, Stack } from '../../../ui/index.ts'
import classes from './receive.module.css'

export type EvidenceFile = { id: string; name: string; size: number; mediaType: string }

/** The papers on one line: opened one by one; pictures are looked at without leaving the page. */
export function Evidence({ files }: { files: readonly EvidenceFile[] }) {
  const [shown, setShown] = useState<EvidenceFile>()
  const pictures = files.filter((file) => /^image\/(png|jpeg|webp)$/.test(file.mediaType))
  return (
    <Stack gap="s">
      <ProofList label="Minh chứng" files={files} />
      {pictures.length > 0 && (
        <Acts>
          {pictures.map((file) => (
            <Button key={file.id} size="s" icon="eye" onClick={() => setShown(file)}>
              Xem ảnh<span className="visually-hidden"> {file.name}</span>
            </Button>
          ))}
        </Acts>
      )}
      {shown && (
        <Dialog open wide onClose={() => setShown(undefined)} title={shown.name}>
          <img className={classes.picture} src={fileHref(shown.id)} alt={`Minh chứng: ${shown.name}`} />
        </Dialog>
      )}
    </Stack>
  )
}
