import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { SettleButton, titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import { Button, Loading, PanelBody, RadioGroup, Stack, TextField } from '../../../ui/index.ts'
import type { OpenGroup } from '../../contract.ts'
import { campaigns } from '../api.ts'
import classes from './changes.module.css'
import { type Decision, type Decisions, UNDECIDED } from './decisions.ts'
import { groupDaysWords } from './group-words.ts'

type Props = {
  campaignId: string
  group: OpenGroup
  decisions: Decisions
  onChange: (change: (now: Decisions) => Decisions) => void
  said: string | undefined
}

/** One kind of thing still owed: decided for all its units at once, and unit by unit where one is another case. */
export function OpenGroupRow({ campaignId, group, decisions, onChange, said }: Props) {
  const [opened, setOpened] = useState(false)
  const decision = decisions.groups[group.key] ?? UNDECIDED
  const set = (part: Partial<Decision>) =>
    onChange((now) => ({ ...now, groups: { ...now.groups, [group.key]: { ...decision, ...part } } }))
  return (
    <section className={classes.group} aria-label={titleWithTurn(group)}>
      <PanelBody line>
        <Stack>
          <div className={classes.head}>
            <div>
              <h3>{titleWithTurn(group)}</h3>
              <p className={classes.sub}>{`${group.open} đơn vị chưa xong. ${groupDaysWords(group)}`}</p>
            </div>
            <Button size="s" aria-expanded={opened} onClick={() => setOpened(!opened)}>
              {opened ? 'Thu lại' : `Xem ${group.open} đơn vị`}
            </Button>
          </div>
          <RadioGroup
            label={`Xử lý ${group.open} đơn vị`}
            inline
            value={decision.outcome}
            onChange={(outcome) => set({ outcome })}
            options={OUTCOMES}
            error={decision.outcome === undefined ? said : undefined}
          />
          {decision.outcome && (
            <TextField
              label="Lý do"
              value={decision.reason}
              onChange={(reason) => set({ reason })}
              maxLength={1000}
              error={said}
            />
          )}
          {opened && <Units campaignId={campaignId} group={group} decisions={decisions} onChange={onChange} />}
        </Stack>
      </PanelBody>
    </section>
  )
}

const OUTCOMES = [
  { value: 'waived' as const, label: 'Miễn' },
  { value: 'left' as const, label: 'Để là chưa làm' },
]

function Units({ campaignId, group, decisions, onChange }: Omit<Props, 'said'>) {
  const [page, setPage] = useState(1)
  const input = { id: campaignId, key: group.key, page }
  const { data } = useQuery({ ...campaigns.openDuties.queryOptions({ input }), placeholderData: keepPreviousData })
  if (!data) return <Loading lines={3} />
  const pages = Math.ceil(group.open / data.pageSize)
  return (
    <>
      <ul className={classes.units}>
        {data.rows.map((owed) => {
          const own = decisions.units[owed.id]
          const set = (next: Decisions['units'][string] | undefined) =>
            onChange((now) => {
              const { [owed.id]: _before, ...others } = now.units
              return { ...now, units: next ? { ...others, [owed.id]: next } : others }
            })
          return (
            <li key={owed.id}>
              <div className={classes.head}>
                <span>{owed.unitName}</span>
                <div className={classes.acts}>
                  <Button
                    size="s"
                    kind="subtle"
                    onClick={() => set(own ? undefined : { outcome: 'waived', reason: '' })}
                  >
                    {own ? 'Theo cả nhóm' : 'Xử lý riêng'}
                    <span className="visually-hidden">: {owed.unitName}</span>
                  </Button>
                  <SettleButton owed={owed} />
                </div>
              </div>
              {own && (
                <Stack>
                  <RadioGroup
                    label={`Xử lý ${owed.unitName}`}
                    labelHidden
                    inline
                    value={own.outcome}
                    onChange={(outcome) => set({ ...own, outcome })}
                    options={OUTCOMES}
                  />
                  <TextField
                    label="Lý do riêng"
                    value={own.reason}
                    maxLength={1000}
                    onChange={(reason) => set({ ...own, reason })}
                    error={own.reason.trim() === '' ? 'Nhập lý do riêng, nếu không đơn vị này theo cả nhóm' : undefined}
                  />
                </Stack>
              )}
            </li>
          )
        })}
      </ul>
      {pages > 1 && (
        <div className={classes.acts}>
          <span>{`Trang ${data.page} trong ${pages}`}</span>
          {page > 1 && (
            <Button size="s" onClick={() => setPage(page - 1)}>
              Trang trước
            </Button>
          )}
          {page < pages && (
            <Button size="s" onClick={() => setPage(page + 1)}>
              Trang sau
            </Button>
          )}
        </div>
      )}
    </>
  )
}
