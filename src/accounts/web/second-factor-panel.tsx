import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatMoment } from '../../kernel/plain-date.ts'
import { answerOf } from '../../platform/web/answer-of.ts'
import { Acts, Answer, Button, Note, Panel, Stack, StatusWord, useNotices } from '../../ui/index.ts'
import { type AccountsOutputs, accounts } from './api.ts'
import { Enrolment } from './enrolment.tsx'
import { ProveForm } from './prove-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import { ROLE_WORDS } from './words.ts'

type State = AccountsOutputs['secondFactor']
type Doing = 'enrol' | 'move' | 'codes' | 'off' | undefined

/** One's own second factor: turning it on, to another telephone, new recovery codes, off. */
export function SecondFactorPanel({ who }: { who: string }) {
  const found = useQuery(accounts.secondFactor.queryOptions({ input: {} }))
  // what is being done outlives the answer to it: the recovery codes are shown after the state has changed
  const [doing, setDoing] = useState<Doing>()
  return (
    <Panel
      title="Xác thực hai bước"
      acts={
        found.data &&
        (found.data.on ? (
          <StatusWord tone="luc" icon="circle-check" word="Đang bật" />
        ) : (
          <StatusWord tone="xam" icon="circle-dashed" word="Đang tắt" />
        ))
      }
    >
      <Answer {...answerOf(found)} lines={2}>
        {(state) => <Shown state={state} who={who} doing={doing} onDo={setDoing} />}
      </Answer>
    </Panel>
  )
}

type ShownProps = { state: State; who: string; doing: Doing; onDo: (doing: Doing) => void }

function Shown({ state, who, doing, onDo }: ShownProps) {
  const [codes, setCodes] = useState<readonly string[]>()
  const tell = useNotices()
  const stop = () => onDo(undefined)
  const done = (text: string) => {
    stop()
    setCodes(undefined)
    tell({ text })
  }
  if (codes) return <RecoveryCodes codes={codes} who={who} onKept={() => done('Đã có mười mã khôi phục mới')} />
  if (doing === 'enrol' || doing === 'move') {
    const text = 'Đã bật xác thực hai bước. Từ lần đăng nhập sau sẽ hỏi mã'
    return <Enrolment who={who} moving={doing === 'move'} onDone={() => done(text)} onCancel={stop} />
  }
  if (doing === 'codes') {
    return (
      <ProveForm
        act="Tạo lại mã khôi phục"
        send={(proof) => accounts.renewRecoveryCodes.call(proof)}
        onDone={({ recoveryCodes }) => setCodes(recoveryCodes)}
        onCancel={stop}
      >
        Mười mã mới thay cho mọi mã cũ.
      </ProveForm>
    )
  }
  if (doing === 'off') {
    return (
      <ProveForm
        act="Tắt xác thực hai bước"
        danger
        send={(proof) => accounts.turnOffSecondFactor.call(proof)}
        onDone={() => done('Đã tắt xác thực hai bước')}
        onCancel={stop}
      >
        Từ lần đăng nhập sau chỉ còn hỏi mật khẩu.
      </ProveForm>
    )
  }
  return state.on ? <TurnedOn state={state} onDo={onDo} /> : <TurnedOff state={state} onDo={onDo} />
}

function TurnedOff({ state, onDo }: Pick<ShownProps, 'state' | 'onDo'>) {
  return (
    <Stack>
      {state.advised && (
        <Note tone="cam" title="Nên bật xác thực hai bước">
          Quyền đang giữ xem được nhiều người hoặc giao được quyền cho người khác. Người biết mật khẩu vẫn không vào
          được khi không có điện thoại.
        </Note>
      )}
      <p>Khi đăng nhập, sau mật khẩu còn hỏi sáu chữ số hiện trên điện thoại. Không cần mạng, không cần tin nhắn.</p>
      <Acts>
        <Button icon="shield-check" onClick={() => onDo('enrol')}>
          Bật xác thực hai bước
        </Button>
      </Acts>
    </Stack>
  )
}

function TurnedOn({ state, onDo }: Pick<ShownProps, 'state' | 'onDo'>) {
  const { since, recoveryCodesLeft: left, obliged } = state
  return (
    <Stack>
      <p>
        {since === null ? 'Đang bật. ' : `Bật từ ${formatMoment(new Date(since))}. `}
        Còn {left} mã khôi phục chưa dùng.
      </p>
      {left < 3 && (
        <Note tone="cam" title={left === 0 ? 'Hết mã khôi phục' : `Chỉ còn ${left} mã khôi phục`}>
          Tạo lại mã khôi phục để vẫn vào được khi mất điện thoại.
        </Note>
      )}
      {obliged && <p>Vai trò {ROLE_WORDS[obliged]} phải có xác thực hai bước, nên không tắt được.</p>}
      <Acts>
        <Button icon="refresh" onClick={() => onDo('codes')}>
          Tạo lại mã khôi phục
        </Button>
        <Button onClick={() => onDo('move')}>Chuyển sang thiết bị khác</Button>
        {obliged === null && (
          <Button kind="danger" onClick={() => onDo('off')}>
            Tắt xác thực hai bước
          </Button>
        )}
      </Acts>
    </Stack>
  )
}
