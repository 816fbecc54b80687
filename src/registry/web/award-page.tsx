import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  ActButton,
  ActLink,
  Answer,
  ConfirmDialog,
  DataTable,
  Definitions,
  Note,
  PageHeader,
  Panel,
  Stack,
  StatusWord,
  useNotices,
} from '../../ui/index.ts'
import { findAward, GROUP_WORDS, METHOD_WORDS } from '../domain/award-codes.ts'
import { type ListedAward, type OneAward, registry } from './api.ts'
import { ACHIEVED_COLUMN, AWARD_COLUMN, DECISION_COLUMN, doubleColumn } from './award-columns.tsx'
import { RecipientPanel } from './recipient-panel.tsx'
import { achievedWords, birthWords, decisionWords, matchStatus, SOURCE_WORDS } from './words.ts'

const CRUMBS = [{ href: '/so-khen-thuong', word: 'Sổ khen thưởng' }]

/** One entry of the registry: what its decision says, who that is, what else its recipient was given. */
export function AwardPage() {
  const id = usePageParam('id')
  const found = useQuery(registry.award.queryOptions({ input: { id } }))
  return (
    <>
      {found.data === undefined && <PageHeader title="Khen thưởng" crumbs={CRUMBS} />}
      <Answer {...answerOf(found)} lines={8}>
        {(data) => <ShownAward key={id} data={data} />}
      </Answer>
    </>
  )
}

function ShownAward({ data }: { data: OneAward }) {
  const { award, actions, others, doubles } = data
  const [voiding, setVoiding] = useState(false)
  return (
    <>
      <PageHeader
        title={`${award.awardName}: ${award.recipient.name}`}
        crumbs={CRUMBS}
        lead={award.recipient.unitName || undefined}
        acts={
          <>
            <StatusWord {...matchStatus(award)} filled />
            <ActButton act={actions.void} onClick={() => setVoiding(true)}>
              Bỏ khỏi sổ
            </ActButton>
            <ActLink act={actions.change} icon="pencil" href={`/so-khen-thuong/${award.id}/sua`}>
              Sửa mục này
            </ActLink>
          </>
        }
      />
      <Stack gap="l">
        {award.voided && (
          <Note tone="xam" icon="ban" title="Mục này đã bỏ khỏi sổ">
            {award.voided.reason}, {formatMoment(new Date(award.voided.at))}
          </Note>
        )}
        {doubles.length > 0 && award.voided === null && (
          <Note tone="cam" icon="copy" title="Có thể đã ghi hai lần">
            Sổ có {doubles.length} mục giống mục này của cùng người, tập thể. So ở bảng dưới; mục ghi nhầm thì bỏ khỏi
            sổ.
          </Note>
        )}
        <Panel title="Theo quyết định">
          <Definitions pairs={pairsOf(data)} />
        </Panel>
        <RecipientPanel data={data} />
        {others.length > 0 && (
          <Panel flush title="Khen thưởng khác của người, tập thể này" count={others.length}>
            <DataTable<ListedAward>
              label="Khen thưởng khác"
              rows={others}
              rowKey={(one) => one.id}
              columns={[
                AWARD_COLUMN,
                ACHIEVED_COLUMN,
                DECISION_COLUMN,
                ...(doubles.length > 0 ? [doubleColumn(doubles)] : []),
              ]}
            />
          </Panel>
        )}
      </Stack>
      {voiding && <VoidDialog award={award} onClose={() => setVoiding(false)} />}
    </>
  )
}

function pairsOf({ award, birth, file, actions }: OneAward) {
  const known = findAward(award.awardCode)
  return [
    { term: 'Khen thưởng', value: award.awardName },
    {
      term: 'Nhóm',
      value:
        known && award.awardCode !== 'khac' ? GROUP_WORDS[known.group] : 'Chưa có trong danh mục, ghi như quyết định',
    },
    { term: 'Loại hình', value: award.method === null ? 'chưa rõ' : METHOD_WORDS[award.method] },
    { term: 'Kỳ, thời gian thành tích', value: achievedWords(award) },
    { term: 'Thành tích', value: award.achievement || 'chưa có' },
    { term: 'Quyết định', value: decisionWords(award) },
    { term: 'Cơ quan quyết định', value: award.issuer ?? 'chưa có' },
    { term: 'Người ký', value: award.signer ?? 'chưa có' },
    {
      term: 'Tệp quyết định',
      value: file ? (
        <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
          {file.name}
        </a>
      ) : (
        'chưa có'
      ),
    },
    ...(actions.change ? [{ term: 'Ngày sinh ghi kèm', value: birthWords(birth) }] : []),
    {
      term: 'Nguồn',
      value: `${SOURCE_WORDS[award.source]}: ${award.enteredByName}, ${formatMoment(new Date(award.enteredAt))}. Nơi giữ: ${award.keeperUnitName}`,
    },
  ]
}

function VoidDialog({ award, onClose }: { award: ListedAward; onClose: () => void }) {
  const tell = useNotices()
  const act = useAct(registry.void.call, () => {
    onClose()
    tell({ text: 'Đã bỏ mục này khỏi sổ' })
  })
  return (
    <ConfirmDialog
      open
      onClose={onClose}
      danger
      title="Bỏ mục này khỏi sổ khen thưởng"
      reason={{ label: 'Lý do', missing: 'Nhập lý do để về sau hiểu vì sao bỏ' }}
      busy={act.busy}
      error={act.problem?.sentence}
      onConfirm={(reason) => act.run({ id: award.id, version: award.version, reason })}
    >
      <p>Dùng khi ghi nhầm hoặc ghi trùng. Trang của mục này vẫn còn, ghi rõ là đã bỏ.</p>
    </ConfirmDialog>
  )
}
