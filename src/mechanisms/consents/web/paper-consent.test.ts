import { describe, expect, it } from 'vitest'
import { plainDate } from '../../../kernel/plain-date.ts'
import { type ConsentDraft, type ConsentPlace, readConsent } from './paper-consent.ts'

const place = (name: ConsentPlace) => `f-${name}`
const paper: ConsentDraft = {
  way: 'paper',
  outcome: 'agreed',
  reason: '',
  personId: 'p1',
  givenOn: plainDate('2022-07-12'),
  scan: { id: 's1', name: 'y-kien.pdf', size: 10 },
}
const missing = (draft: ConsentDraft) => {
  const read = readConsent(draft, place)
  return 'problems' in read ? read.problems.map((problem) => problem.fieldId) : []
}

describe('a consent that is being filled in', () => {
  it('in the product needs an opinion and nothing else', () => {
    expect(readConsent({ ...paper, way: 'product', personId: '', givenOn: '', scan: undefined }, place)).toEqual({
      given: { way: 'product' },
      answer: { outcome: 'agreed', reason: null },
    })
    expect(missing({ ...paper, way: 'product', outcome: undefined })).toEqual(['f-outcome'])
  })

  it('from paper names whose it is, its day and its scan', () => {
    expect(readConsent(paper, place)).toMatchObject({
      given: { way: 'paper', givenByPersonId: 'p1', givenOn: '2022-07-12', scanFileId: 's1' },
    })
    expect(missing({ ...paper, personId: '', givenOn: undefined, scan: undefined })).toEqual([
      'f-person',
      'f-day',
      'f-scan',
    ])
  })

  it('is not returned without a reason, and a reason is sent only with a return', () => {
    expect(missing({ ...paper, outcome: 'returned', reason: '   ' })).toEqual(['f-reason'])
    expect(readConsent({ ...paper, outcome: 'returned', reason: ' Thiếu căn cứ ' }, place)).toMatchObject({
      answer: { outcome: 'returned', reason: 'Thiếu căn cứ' },
    })
    expect(readConsent({ ...paper, reason: 'gõ rồi lại đồng ý' }, place)).toMatchObject({ answer: { reason: null } })
  })
})
