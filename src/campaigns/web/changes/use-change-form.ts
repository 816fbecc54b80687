import { useState } from 'react'
import { newId } from '../../../kernel/ids.ts'
import type { Scan } from '../../../mechanisms/obligations/web/index.ts'
import { sentences, whyEmpty, whyNotDay } from '../../../platform/web/form-checks.ts'
import { type FormState, useForm } from '../../../platform/web/use-form.ts'
import type { ChangePaper } from '../../contract.ts'

export type ChangeTyped = {
  reason: string
  number: string
  issuedOn: string | undefined
  issuer: string
  file: Scan | undefined
}

export type ChangeSent = { id: string; changeId: string; reason: string; paper: ChangePaper }

const EMPTY: ChangeTyped = { reason: '', number: '', issuedOn: '', issuer: '', file: undefined }

/** The form of a change after the launch: why, and its paper. `send` gets them as the operations take them. */
export function useChangeForm<More extends object, Output>(options: {
  campaignId: string
  more: More
  check?: (typed: ChangeTyped & More) => Partial<Record<Extract<keyof More, string>, string>>
  paths?: Readonly<Record<string, Extract<keyof More, string>>>
  send: (change: ChangeSent, typed: ChangeTyped & More) => Promise<Output>
  onDone: (output: Output) => void
}): FormState<ChangeTyped & More> {
  const [changeId] = useState(() => newId())
  type Typed = ChangeTyped & More
  return useForm<Typed, Output>({
    initial: { ...EMPTY, ...options.more },
    check: (typed) => {
      const own: Partial<Record<string, string>> = sentences({
        reason: whyEmpty(typed.reason, 'lý do'),
        number: whyEmpty(typed.number, 'số, ký hiệu của văn bản'),
        issuedOn: whyNotDay(typed.issuedOn, 'ngày của văn bản'),
        file: typed.file === undefined ? 'Tải tệp văn bản lên' : undefined,
      })
      return { ...own, ...options.check?.(typed) } as Partial<Record<Extract<keyof Typed, string>, string>>
    },
    paths: {
      ...options.paths,
      'paper.number': 'number',
      'paper.issuedOn': 'issuedOn',
      'paper.issuer': 'issuer',
      'paper.fileId': 'file',
    } as Readonly<Record<string, Extract<keyof Typed, string>>>,
    send: (typed) => {
      const { reason, number, issuedOn = '', issuer, file } = typed
      const paper = { number, issuedOn, issuer: issuer.trim() || null, fileId: file?.id ?? '' }
      return options.send({ id: options.campaignId, changeId, reason, paper }, typed)
    },
    onDone: options.onDone,
  })
}
