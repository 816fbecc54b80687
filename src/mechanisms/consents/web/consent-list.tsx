import { formatDate, formatMoment } from '../../../kernel/plain-date.ts'
import { History, type HistoryEntry } from '../../../ui/index.ts'
import type { ConsentShape } from '../contract.ts'

/** The consents given to a thing, the newest first: who, in which capacity, on which day, by which way, and whether it still holds. */
export function ConsentList({ consents }: { consents: readonly ConsentShape[] }) {
  return <History entries={[...consents].reverse().map(entryOf)} />
}

function entryOf(consent: ConsentShape): HistoryEntry {
  const agreed = consent.outcome === 'agreed'
  return {
    id: consent.id,
    tone: consent.voided ? 'xam' : agreed ? 'luc' : 'cam',
    icon: consent.voided ? 'ban' : agreed ? 'circle-check' : 'arrow-back-up',
    title: `${consent.givenByName} ${agreed ? 'đồng ý' : 'trả lại'}, ${formatDate(consent.givenOn)}${consent.voided ? ', không còn hiệu lực' : ''}`,
    sub: consent.givenAs,
    body: (
      <>
        {consent.reason && <p>“{consent.reason}”</p>}
        {consent.way === 'paper' && (
          <p>
            Ghi từ bản giấy, {consent.enteredByName} nhập lúc {formatMoment(new Date(consent.enteredAt))}.{' '}
            {consent.scanFileId && (
              <a href={`/api/files/${consent.scanFileId}`} target="_blank" rel="noreferrer">
                Mở bản chụp
              </a>
            )}
          </p>
        )}
        {consent.voided && (
          <p>
            Hết hiệu lực lúc {formatMoment(new Date(consent.voided.at))}: {consent.voided.reason}
          </p>
        )}
      </>
    ),
  }
}
