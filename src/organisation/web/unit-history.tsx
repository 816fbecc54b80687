import { useState } from 'react'
import { formatDate, formatMoment } from '../../kernel/plain-date.ts'
import { useAct } from '../../platform/web/use-act.ts'
import { ActButton, ConfirmDialog, History, Link, Panel, Stack, useNavigation, useNotices } from '../../ui/index.ts'
import { organisation, type UnitPageData } from './api.ts'

type UnitEvent = UnitPageData['history'][number]

/** What happened to a unit, newest first; the last event may be taken back while nothing stands on it. Where it came from and what came of it. */
export function UnitHistory({ data }: { data: UnitPageData }) {
  const { history, predecessors, successors } = data
  const [taking, setTaking] = useState<UnitEvent>()
  return (
    <Panel title="Lịch sử đơn vị">
      <Stack>
        {predecessors.length > 0 && <Relatives word="Đơn vị tiền thân" units={predecessors} />}
        {successors.length > 0 && <Relatives word="Đơn vị kế tục" units={successors} />}
        <History
          label="Lịch sử đơn vị"
          entries={history.map((event) => ({
            id: event.id,
            tone: event.takenBack ? 'xam' : event.ahead ? 'cam' : 'cham',
            icon: event.takenBack ? 'ban' : event.ahead ? 'clock' : 'calendar-event',
            title: (
              <>
                {formatDate(event.on)}: {event.words}
              </>
            ),
            sub: (
              <>
                {event.takenBack
                  ? `${event.takenBack.byName} thu hồi lúc ${formatMoment(new Date(event.takenBack.at))}: ${event.takenBack.reason}`
                  : `${event.enteredByName} ghi lúc ${formatMoment(new Date(event.enteredAt))}${event.ahead ? ', chưa đến ngày' : ''}`}
                {event.note && ` · ${event.note}`}
              </>
            ),
            body: event.actions['take-back'] && (
              <ActButton act={event.actions['take-back']} size="s" kind="subtle" onClick={() => setTaking(event)}>
                Thu hồi sự kiện này
              </ActButton>
            ),
          }))}
        />
      </Stack>
      <TakeBack event={taking} unit={data.unit} onClose={() => setTaking(undefined)} />
    </Panel>
  )
}

function Relatives({ word, units }: { word: string; units: UnitPageData['predecessors'] }) {
  return (
    <p>
      {word}:{' '}
      {units.map((unit, index) => (
        <span key={unit.id}>
          {index > 0 && ', '}
          <Link href={`/don-vi/${unit.id}`}>{unit.name}</Link> ({formatDate(unit.on)})
        </span>
      ))}
    </p>
  )
}

type TakeBackProps = { event: UnitEvent | undefined; unit: UnitPageData['unit']; onClose: () => void }

function TakeBack({ event, unit, onClose }: TakeBackProps) {
  const tell = useNotices()
  const { go } = useNavigation()
  const act = useAct(organisation.takeBackUnitEvent.call, () => {
    onClose()
    tell({ text: 'Đã thu hồi sự kiện' })
    // The unit began with the event: its page is gone with it.
    if (event?.on === unit.from) go('/don-vi')
  })
  const close = () => {
    act.clear()
    onClose()
  }
  return (
    <ConfirmDialog
      open={event !== undefined}
      onClose={close}
      title={`Thu hồi sự kiện ngày ${formatDate(event?.on ?? '')}`}
      confirm="Thu hồi sự kiện"
      danger
      reason={{ label: 'Lý do', missing: 'Nhập lý do thu hồi' }}
      busy={act.busy}
      error={act.problem?.sentence}
      onConfirm={(reason) => event && act.run({ id: event.id, reason: reason ?? '' })}
    >
      Cây đơn vị, vị trí công tác, quyền và việc phải làm trở lại như trước sự kiện. {event?.words}.
    </ConfirmDialog>
  )
}
