import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDate } from '../../../kernel/plain-date.ts'
import { titleWithTurn } from '../../../mechanisms/obligations/web/index.ts'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import { dayField } from '../../../platform/web/use-form.ts'
import {
  Answer,
  DataTable,
  DateField,
  Form,
  Note,
  PageHeader,
  Panel,
  PanelBody,
  RadioGroup,
  Stack,
  TreeSelect,
  TwoLines,
  useNavigation,
  useNotices,
} from '../../../ui/index.ts'
import type { CampaignHead, OpenGroup } from '../../contract.ts'
import { campaigns } from '../api.ts'
import { unitNodes } from '../review/unit-nodes.ts'
import { useUnitTree } from '../review/use-review.ts'
import { ChangePaperFields } from './change-paper-fields.tsx'
import { groupDaysWords } from './group-words.ts'
import { useChangeForm } from './use-change-form.ts'

/** Another end of the campaign and other last days of what is still owed, by a paper. */
export function ProlongPage() {
  const id = usePageParam('id')
  const head = useQuery(campaigns.get.queryOptions({ input: { id } }))
  const open = useQuery(campaigns.openDuties.queryOptions({ input: { id } }))
  const error = head.error ?? open.error
  return (
    <Answer asked={open} problem={error ? readProblem(error) : undefined} title="Gia hạn phong trào">
      {({ groups }) =>
        head.data && (
          <>
            <PageHeader
              title="Gia hạn phong trào"
              crumbs={[
                { href: '/phong-trao', word: 'Phong trào thi đua' },
                { href: `/phong-trao/${id}`, word: head.data.campaign.title },
              ]}
            />
            {head.data.campaign.actions.prolong ? (
              <ProlongForm campaign={head.data.campaign} groups={groups} />
            ) : (
              <Note tone="xam" title="Không gia hạn được phong trào này">
                Chỉ bộ phận thường trực gia hạn được, khi phong trào đang diễn ra
              </Note>
            )}
          </>
        )
      }
    </Answer>
  )
}

function ProlongForm({ campaign, groups }: { campaign: CampaignHead; groups: readonly OpenGroup[] }) {
  const tell = useNotices()
  const { go } = useNavigation()
  const [days, setDays] = useState<Readonly<Record<string, string>>>({})
  const [units, setUnits] = useState<ReadonlySet<string>>()
  const owed = groups.reduce((sum, group) => sum + group.open, 0)
  const form = useChangeForm({
    campaignId: campaign.id,
    more: { endsOn: '' as string | undefined, units: '' },
    check: () => (units?.size === 0 ? { units: 'Chọn đơn vị được gia hạn, hoặc chọn mọi đơn vị' } : {}),
    send: (change, typed) =>
      campaigns.prolong.call({
        ...change,
        endsOn: typed.endsOn || null,
        unitIds: units ? [...units] : null,
        groups: Object.entries(days).flatMap(([key, lastDay]) => (lastDay ? [{ key, lastDay }] : [])),
      }),
    onDone: ({ prolonged, added }) => {
      const more = added > 0 ? `, thêm ${added} việc của các lần lặp mới` : ''
      tell({ text: `Đã gia hạn ${prolonged} việc${more}` })
      go(`/phong-trao/${campaign.id}`)
    },
  })
  return (
    <Form form={form} send="Gia hạn phong trào" leave={`/phong-trao/${campaign.id}`} problemsTitle="Chưa gia hạn được">
      <Stack gap="l">
        <Panel title="Văn bản gia hạn">
          <ChangePaperFields form={form} reason="Lý do gia hạn" />
        </Panel>
        <Panel title="Thời gian của phong trào">
          <DateField
            {...dayField(form.field('endsOn'))}
            label="Ngày kết thúc mới"
            optional
            help={
              campaign.endsOn === null
                ? 'Phong trào chưa có ngày kết thúc'
                : `Hiện kết thúc ${formatDate(campaign.endsOn)}. Việc lặp hằng tháng, hằng quý được giao tiếp đến ngày mới`
            }
          />
        </Panel>
        <Panel flush title="Việc còn nợ" count={owed === 0 ? undefined : owed}>
          {groups.length === 0 ? (
            <PanelBody>Không còn việc nào phải gia hạn.</PanelBody>
          ) : (
            <DataTable
              label="Việc còn nợ và hạn mới"
              rows={groups}
              rowKey={(group) => group.key}
              columns={[
                {
                  key: 'what',
                  head: 'Việc',
                  cell: (group) => <TwoLines sub={groupDaysWords(group)}>{titleWithTurn(group)}</TwoLines>,
                },
                { key: 'open', head: 'Chưa xong', end: true, width: 110, cell: (group) => `${group.open} đơn vị` },
                {
                  key: 'day',
                  head: 'Hạn mới, để trống thì giữ nguyên',
                  width: 240,
                  cell: (group) => (
                    <DateField
                      label={`Hạn mới của ${titleWithTurn(group)}`}
                      labelHidden
                      value={days[group.key] ?? ''}
                      onChange={(day) => day !== undefined && setDays((now) => ({ ...now, [group.key]: day }))}
                    />
                  ),
                },
              ]}
            />
          )}
        </Panel>
        {groups.length > 0 && (
          <Panel title="Đơn vị được gia hạn việc còn nợ" id={form.field('units').id}>
            <ForUnits
              units={units}
              onChange={setUnits}
              error={units?.size === 0 ? form.field('units').error : undefined}
            />
          </Panel>
        )}
      </Stack>
    </Form>
  )
}

/** Every unit that still owes it, or only some. */
function ForUnits({
  units,
  onChange,
  error,
}: {
  units: ReadonlySet<string> | undefined
  onChange: (units: ReadonlySet<string> | undefined) => void
  error: string | undefined
}) {
  const tree = useUnitTree()
  return (
    <Stack>
      <RadioGroup
        label="Đơn vị được gia hạn"
        labelHidden
        value={units ? 'some' : 'all'}
        onChange={(value) => onChange(value === 'all' ? undefined : new Set())}
        options={[
          { value: 'all', label: 'Mọi đơn vị còn nợ' },
          { value: 'some', label: 'Chỉ một số đơn vị' },
        ]}
      />
      {units && (
        <TreeSelect
          label="Đơn vị"
          noun="đơn vị"
          nodes={unitNodes(tree.data?.units ?? [])}
          chosen={units}
          onChange={onChange}
          error={error}
        />
      )}
    </Stack>
  )
}
