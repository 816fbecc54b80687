import { formatDate } from '../../../kernel/plain-date.ts'
import { fileHref } from '../../../platform/web/upload-file.ts'
import { FileList, Panel } from '../../../ui/index.ts'
import type { CampaignChange } from '../../contract.ts'
import { CHANGE_NAMES } from '../../domain/change-words.ts'
import { changePaperWords } from './change-paper-words.ts'
import classes from './changes.module.css'

/** What was changed after the launch, each with its paper; nothing when nothing was. */
export function ChangeList({ changes }: { changes: readonly CampaignChange[] }) {
  if (changes.length === 0) return null
  return (
    <Panel title="Gia hạn, tạm dừng, kết thúc" count={changes.length}>
      <ul className={classes.list}>
        {changes.map((change) => (
          <li key={change.id}>
            <h3>{`${CHANGE_NAMES[change.kind]}, ${formatDate(change.onDay)}`}</h3>
            <p>{change.reason}</p>
            <p className={classes.sub}>
              {[change.words, changePaperWords(change), change.byName].filter(Boolean).join('. ')}
            </p>
            {change.document?.file && (
              <FileList
                label={`Văn bản ${CHANGE_NAMES[change.kind].toLocaleLowerCase('vi')}`}
                files={[
                  {
                    id: change.document.file.id,
                    name: change.document.file.name,
                    href: fileHref(change.document.file.id),
                  },
                ]}
              />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
