import { ConsentList } from '../../../mechanisms/consents/web/index.ts'
import { DocumentView } from '../../../mechanisms/documents/web/index.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { FileList, Panel } from '../../../ui/index.ts'
import type { CampaignDetails } from '../api.ts'
import { ChangeList } from '../changes/change-list.tsx'

const ROLES = { source: 'Tệp gốc', signed: 'Bản đã ký' } as const

/** The paper with what was read from it, its files, and the consents given to it. */
export function DocumentTab({ details }: { details: CampaignDetails }) {
  const { document, facts, consents, changes } = details
  return (
    <DocumentView
      text={document.text}
      facts={facts}
      beside={
        <>
          <Panel title="Tệp" count={document.files.length}>
            {document.files.length === 0 ? (
              <p>Chưa có tệp nào.</p>
            ) : (
              <FileList
                label="Tệp của văn bản"
                files={document.files.map((file) => ({
                  id: file.id,
                  name: file.name,
                  sub: ROLES[file.role],
                  href: fileHref(file.id),
                }))}
              />
            )}
          </Panel>
          <ChangeList changes={changes} />
          {consents.length > 0 && (
            <Panel title="Ý kiến của người có thẩm quyền">
              <ConsentList consents={consents} />
            </Panel>
          )}
        </>
      }
    />
  )
}
