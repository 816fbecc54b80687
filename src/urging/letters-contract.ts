import { z } from 'zod'
import { operation } from '../platform/contract/operation.ts'
import { actions, day, done, fileShape, id, line } from '../platform/contract/shapes.ts'

const tag = 'Công văn đôn đốc'
const state = z.enum(['draft', 'issued', 'discarded'])
const version = z.int().min(1)

const letterLine = {
  id: z.string(),
  subject: z.string(),
  state,
  officeName: z.string(),
  number: z.string().nullable(),
  issuedOn: z.string().nullable(),
  madeByName: z.string(),
  madeAt: z.string(),
}

const content = z.object({
  opening: z.string(),
  asked: z.string(),
  newDay: z.string().nullable(),
  units: z.array(
    z.object({
      unitId: z.string(),
      unitName: z.string(),
      items: z.array(
        z.object({
          obligationId: z.string(),
          title: z.string(),
          words: z.string().nullable(),
          due: z.string(),
          lastDay: z.string(),
          daysLate: z.number(),
          reminded: z.number(),
        }),
      ),
    }),
  ),
  recipients: z.array(z.string()),
  place: z.string(),
  signerTitle: z.string(),
})

const paragraph = (what: string) =>
  z
    .string()
    .trim()
    .min(1, { error: `Nhập ${what}` })
    .max(5000)

export const lettersContract = {
  letters: operation({
    method: 'GET',
    path: '/urging/letters',
    tag,
    summary: 'Công văn đôn đốc: dự thảo, đã ban hành, đã bỏ',
    refusals: ['not-yours-to-see'],
  })
    .input(z.object({ state: state.optional() }))
    .output(z.object({ letters: z.array(z.object({ ...letterLine, units: z.number(), items: z.number() })) })),
  letter: operation({
    method: 'GET',
    path: '/urging/letters/{id}',
    tag,
    summary: 'Một công văn đôn đốc; đơn vị được đôn đốc đọc phần của mình',
  })
    .input(z.object({ id }))
    .output(
      z.object({
        letter: z.object({
          ...letterLine,
          content,
          signerName: z.string().nullable(),
          signerTitle: z.string().nullable(),
          signedFile: fileShape.nullable(),
          discardReason: z.string().nullable(),
          version: z.number(),
          actions: actions(['change', 'issue', 'discard']),
        }),
        urgedNoMore: z.array(z.string()),
      }),
    ),
  letterFile: operation({
    method: 'GET',
    path: '/urging/letters/{id}/docx',
    tag,
    summary: 'Công văn đôn đốc thành tệp .docx để trình ký',
  })
    .input(z.object({ id }))
    .output(z.object({ name: z.string(), base64: z.string() })),
  draftLetter: operation({
    method: 'POST',
    path: '/urging/letters',
    tag,
    summary: 'Soạn công văn đôn đốc từ các việc quá hạn được chọn',
    refusals: ['not-yours-to-do', 'nothing-late', 'id-taken'],
  })
    .input(z.object({ id, obligationIds: z.array(id).min(1, { error: 'Chọn ít nhất một việc' }).max(2000) }))
    .output(z.object({ id: z.string(), leftOut: z.number() })),
  changeLetter: operation({
    method: 'PUT',
    path: '/urging/letters/{id}',
    tag,
    summary: 'Sửa dự thảo công văn đôn đốc',
    refusals: ['not-yours-to-do', 'letter-closed', 'changed-meanwhile', 'nothing-late'],
  })
    .input(
      z.object({
        id,
        version,
        subject: line(500, 'trích yếu'),
        opening: paragraph('phần mở đầu'),
        asked: paragraph('nội dung đề nghị'),
        newDay: day.nullable(),
        recipients: z.array(line(300, 'nơi nhận')).max(30),
        place: z.string().trim().max(100),
        signerTitle: z.string().trim().max(200),
        // What the ladder drafts is of any length: one campaign, one last day, every unit that owes it.
        keptIds: z.array(id).max(20_000),
      }),
    )
    .output(z.object({ version: z.number() })),
  issueLetter: operation({
    method: 'POST',
    path: '/urging/letters/{id}/issue',
    tag,
    summary: 'Nhập số, ngày, người ký sau khi công văn được ký',
    refusals: [
      'not-yours-to-do',
      'letter-closed',
      'changed-meanwhile',
      'number-taken',
      'day-in-future',
      'file-not-found',
    ],
  })
    .input(
      z.object({
        id,
        version,
        number: line(60, 'số, ký hiệu'),
        issuedOn: day,
        signerName: line(200, 'tên người ký'),
        signerTitle: z.string().trim().max(200).nullable().default(null),
        signedFileId: id.nullable().default(null),
      }),
    )
    .output(z.object({ told: z.number() })),
  discardLetter: operation({
    method: 'POST',
    path: '/urging/letters/{id}/discard',
    tag,
    summary: 'Bỏ một dự thảo công văn đôn đốc',
    refusals: ['not-yours-to-do', 'letter-closed', 'changed-meanwhile'],
  })
    .input(z.object({ id, version, reason: line(500, 'lý do bỏ') }))
    .output(done),
}
