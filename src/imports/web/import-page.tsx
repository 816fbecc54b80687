import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { useFocusKept } from '../../platform/web/focus-content.ts'
import { usePageParam } from '../../platform/web/page-route.ts'
import { useAct } from '../../platform/web/use-act.ts'
import {
  Acts,
  Answer,
  Button,
  ButtonLink,
  ConfirmDialog,
  LongJob,
  Note,
  PageHeader,
  Stack,
  StatusWord,
} from '../../ui/index.ts'
import { OUTCOME_WORDS, OUTCOMES, rowsToApply } from '../domain/outcomes.ts'
import { type Import, imports } from './api.ts'
import { ImportRows } from './import-rows.tsx'
import { importStatus, leftOutWords, number } from './words.ts'

const UNDER_WAY = ['reading', 'applying', 'undoing']
const ASK_AGAIN_MS = 1000

/** `/nhap/:id`: how the sheet is coming along, how its rows compare, what was applied, and the way back. */
export function ImportPage() {
  const id = usePageParam('id')
  const found = useQuery(
    imports.get.queryOptions({
      input: { id },
      refetchInterval: ({ state }) => (UNDER_WAY.includes(state.data?.import.state ?? '') ? ASK_AGAIN_MS : false),
    }),
  )
  const name = found.data?.import.fileName
  useFocusKept(found.data?.import.state ?? '')
  return (
    <>
      <PageHeader
        title={name ?? 'Lần nhập'}
        crumbs={[{ href: '/nhap', word: 'Nhập từ tệp' }]}
        lead={found.data && leadOf(found.data.import)}
        acts={found.data && <ImportActs one={found.data.import} />}
      />
      <Answer {...answerOf(found)} lines={8}>
        {(data) => <ImportBody one={data.import} />}
      </Answer>
    </>
  )
}

function leadOf({ title, unitName, createdBy, createdAt, state }: Import) {
  return (
    <>
      <StatusWord {...importStatus(state)} />
      {' · '}
      {`${title}, ${unitName}. ${createdBy} đưa vào lúc ${formatMoment(new Date(createdAt))}`}
    </>
  )
}

function ImportActs({ one }: { one: Import }) {
  const [asking, setAsking] = useState<'apply' | 'cancel' | 'undo'>()
  const close = () => setAsking(undefined)
  const { id, version, counts, actions } = one
  const rows = rowsToApply(counts)
  const apply = useAct(() => imports.apply.call({ id, version, rows }), close)
  const cancel = useAct(() => imports.cancel.call({ id }), close)
  const undo = useAct(() => imports.undo.call({ id }), close)
  return (
    <>
      <Acts>
        {actions.cancel && (
          <Button kind="subtle" onClick={() => setAsking('cancel')}>
            Bỏ lần nhập này
          </Button>
        )}
        {actions.undo && (
          <Button icon="arrow-back-up" onClick={() => setAsking('undo')}>
            Hoàn tác cả lần nhập
          </Button>
        )}
        {actions.apply && rows > 0 && (
          <Button kind="primary" onClick={() => setAsking('apply')}>
            {`Áp dụng ${number(rows)} dòng`}
          </Button>
        )}
      </Acts>
      <ConfirmDialog
        open={asking === 'apply'}
        onClose={close}
        title={`Áp dụng ${number(rows)} dòng?`}
        confirm={`Áp dụng ${number(rows)} dòng`}
        busy={apply.busy}
        error={apply.problem?.sentence}
        onConfirm={() => apply.run(undefined)}
      >
        <Stack gap="s">
          <span>{`${number(counts.new)} dòng mới, ${number(counts.changed)} dòng thay đổi. Ghi tất cả hoặc không ghi dòng nào; hoàn tác được sau đó.`}</span>
          {leftOutWords(counts) && <span>{leftOutWords(counts)}</span>}
        </Stack>
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'cancel'}
        onClose={close}
        title="Bỏ lần nhập này?"
        confirm="Bỏ lần nhập này"
        busy={cancel.busy}
        error={cancel.problem?.sentence}
        onConfirm={() => cancel.run(undefined)}
      >
        Chưa có dòng nào được ghi. Muốn nhập lại thì đưa tệp lên lần nữa.
      </ConfirmDialog>
      <ConfirmDialog
        open={asking === 'undo'}
        onClose={close}
        title="Hoàn tác cả lần nhập?"
        confirm="Hoàn tác cả lần nhập"
        danger
        busy={undo.busy}
        error={undo.problem?.sentence}
        onConfirm={() => undo.run(undefined)}
      >
        Dòng mới được bỏ, dòng thay đổi trở về như trước. Dòng đã có người sửa hoặc đã được dùng từ khi nhập thì để lại
        và liệt kê.
      </ConfirmDialog>
    </>
  )
}

function ImportBody({ one }: { one: Import }) {
  if (one.state === 'reading')
    return (
      <LongJob title="Đang đọc và đối chiếu" part={one.progress} words="Có thể rời trang này, việc đọc vẫn tiếp tục" />
    )
  if (one.state === 'applying')
    return <LongJob title="Đang áp dụng" part={one.progress} words="Có thể rời trang này, việc ghi vẫn tiếp tục" />
  if (one.state === 'undoing')
    return (
      <LongJob title="Đang hoàn tác" part={one.progress} words="Có thể rời trang này, việc hoàn tác vẫn tiếp tục" />
    )
  return (
    <Stack>
      <Outcome one={one} />
      {OUTCOMES.some((outcome) => one.counts[outcome] > 0) && <ImportRows one={one} />}
    </Stack>
  )
}

function Outcome({ one }: { one: Import }) {
  const again = (
    <ButtonLink size="s" icon="upload" href="/nhap/moi">
      Đưa tệp khác lên
    </ButtonLink>
  )
  const { problem, differs, leftRows, unknownHeads, state } = one
  return (
    <>
      {problem && (
        <Note
          tone="son"
          alert
          title={state === 'failed' ? 'Chưa đọc được tệp' : 'Chưa làm được'}
          acts={state === 'failed' && again}
        >
          {problem}
        </Note>
      )}
      {state === 'ready' && differs > 0 && (
        <Note tone="cam" title={`${number(differs)} dòng đã khác từ lúc xem`}>
          Dữ liệu đã thay đổi trước khi áp dụng nên chưa ghi dòng nào. Xem lại các dòng có dấu “đã khác” rồi áp dụng.
        </Note>
      )}
      {state === 'applied' && one.appliedAt && (
        <Note tone="luc" title={`Đã áp dụng ${number(rowsToApply(one.counts))} dòng`}>
          {`${one.orderedBy ?? ''} xác nhận, ghi xong lúc ${formatMoment(new Date(one.appliedAt))}.`}
        </Note>
      )}
      {state === 'undone' && one.undoneAt && (
        <Note tone="xam" title="Đã hoàn tác lần nhập">
          {`${one.undoneBy ?? ''} hoàn tác, xong lúc ${formatMoment(new Date(one.undoneAt))}. `}
          {leftRows === 0
            ? 'Không dòng nào phải để lại.'
            : `${number(leftRows)} dòng để lại vì đã có người sửa hoặc đã được dùng từ khi nhập.`}
        </Note>
      )}
      {unknownHeads.length > 0 && (
        <Note tone="cham" title={`${unknownHeads.length} cột không nhập`}>
          {unknownHeads.map(({ cell, head }) => `${cell} “${head}”`).join(', ')}
        </Note>
      )}
      {state === 'ready' && rowsToApply(one.counts) === 0 && (
        <Note tone="cham" title="Không có dòng nào để áp dụng">
          {`Mọi dòng đều thuộc mục ${OUTCOMES.filter((outcome) => one.counts[outcome] > 0)
            .map((outcome) => `“${OUTCOME_WORDS[outcome]}”`)
            .join(', ')}.`}
        </Note>
      )}
    </>
  )
}
