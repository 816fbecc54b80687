import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePageParam } from '../../../platform/web/page-route.ts'
import { readProblem } from '../../../platform/web/problem.ts'
import {
  Answer,
  Form,
  Note,
  PageHeader,
  Panel,
  PanelBody,
  Stack,
  useNavigation,
  useNotices,
} from '../../../ui/index.ts'
import type { CampaignHead, OpenGroup } from '../../contract.ts'
import { campaigns } from '../api.ts'
import { ChangePaperFields } from './change-paper-fields.tsx'
import { type Decisions, decidedOf, NO_DECISIONS, whyUndecided } from './decisions.ts'
import { OpenGroupRow } from './open-group-row.tsx'
import { useChangeForm } from './use-change-form.ts'

/** Ends the campaign by a paper: everything still owed is listed here and decided, nothing goes silently. */
export function ClosePage() {
  const id = usePageParam('id')
  const head = useQuery(campaigns.get.queryOptions({ input: { id } }))
  const open = useQuery(campaigns.openDuties.queryOptions({ input: { id } }))
  const error = head.error ?? open.error
  return (
    <Answer asked={open} problem={error ? readProblem(error) : undefined} title="Kết thúc phong trào">
      {({ groups, total }) =>
        head.data && (
          <>
            <PageHeader
              title="Kết thúc phong trào"
              crumbs={[
                { href: '/phong-trao', word: 'Phong trào thi đua' },
                { href: `/phong-trao/${id}`, word: head.data.campaign.title },
              ]}
              lead={
                total === 0
                  ? 'Các đơn vị không còn nợ việc nào'
                  : `Các đơn vị còn nợ ${total} việc, phải xử lý từng việc`
              }
            />
            {head.data.campaign.actions.close ? (
              <CloseForm campaign={head.data.campaign} groups={groups} total={total} />
            ) : (
              <Note tone="xam" title="Không kết thúc được phong trào này">
                Chỉ bộ phận thường trực kết thúc được, khi phong trào đang diễn ra
              </Note>
            )}
          </>
        )
      }
    </Answer>
  )
}

type Props = { campaign: CampaignHead; groups: readonly OpenGroup[]; total: number }

function CloseForm({ campaign, groups, total }: Props) {
  const tell = useNotices()
  const { go } = useNavigation()
  const [decisions, setDecisions] = useState<Decisions>(NO_DECISIONS)
  const [tried, setTried] = useState(false)
  const undecided = whyUndecided(groups, decisions)
  const form = useChangeForm({
    campaignId: campaign.id,
    more: { groups: '' },
    check: () =>
      undecided.size === 0 ? {} : { groups: `Còn ${undecided.size} loại việc chưa chọn cách xử lý hoặc chưa có lý do` },
    send: (change) => campaigns.close.call({ ...change, open: total, ...decidedOf(groups, decisions) }),
    onDone: ({ waived, left }) => {
      tell({ text: `Đã kết thúc phong trào: miễn ${waived} việc, để là chưa làm ${left} việc` })
      go(`/phong-trao/${campaign.id}`)
    },
  })
  return (
    <Form
      form={{
        ...form,
        submit: (event) => {
          setTried(true)
          form.submit(event)
        },
      }}
      send="Kết thúc phong trào"
      danger
      leave={`/phong-trao/${campaign.id}`}
      problemsTitle="Chưa kết thúc được"
    >
      <Stack gap="l">
        <Panel title="Văn bản kết thúc">
          <ChangePaperFields form={form} reason="Lý do kết thúc" />
        </Panel>
        <Panel flush title="Việc còn nợ" count={total === 0 ? undefined : total} id={form.field('groups').id}>
          {groups.length === 0 ? (
            <PanelBody>Không còn việc nào phải xử lý.</PanelBody>
          ) : (
            groups.map((group) => (
              <OpenGroupRow
                key={group.key}
                campaignId={campaign.id}
                group={group}
                decisions={decisions}
                onChange={setDecisions}
                said={tried ? undecided.get(group.key) : undefined}
              />
            ))
          )}
        </Panel>
        <Note tone="cam" title="Không mở lại được">
          Sau khi kết thúc không còn nhắc, đơn vị không gửi được nữa. Bản giấy đã đến thì ghi trước khi kết thúc, ở từng
          đơn vị bên trên
        </Note>
      </Stack>
    </Form>
  )
}
