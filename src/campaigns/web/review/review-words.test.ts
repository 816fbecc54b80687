import { describe, expect, it } from 'vitest'
import type { FactShape } from '../../../mechanisms/documents/contract.ts'
import { byAssignee, nextToLookAt, stepOfMissing } from './review-words.ts'

function fact(id: string, value: FactShape['value'] = {}): FactShape {
  return {
    id,
    kind: 'task',
    parentId: null,
    value,
    readValue: null,
    source: null,
    confidence: 'look',
    state: 'read',
    version: 1,
    changedBy: null,
    changedAt: null,
  }
}

describe('going to the next place to look at', () => {
  const numbers = new Map([
    ['a', 9],
    ['b', 2],
    ['seen', 5],
  ])
  const numberOf = (id: string) => numbers.get(id)
  const doubtful = [fact('a'), fact('b'), fact('nowhere')]

  it('follows the paper, from where one is, and begins again after the last', () => {
    expect(nextToLookAt(doubtful, numberOf, undefined)?.id).toBe('b')
    expect(nextToLookAt(doubtful, numberOf, 'b')?.id).toBe('a')
    expect(nextToLookAt(doubtful, numberOf, 'seen')?.id).toBe('a')
    expect(nextToLookAt(doubtful, numberOf, 'a')?.id).toBe('nowhere')
    expect(nextToLookAt(doubtful, numberOf, 'nowhere')?.id).toBe('b')
  })

  it('goes nowhere when all has been looked at', () => {
    expect(nextToLookAt([], numberOf, 'a')).toBeUndefined()
  })
})

describe('the words of the review', () => {
  it('gather the tasks of one body, also when the paper names it twice', () => {
    const groups = byAssignee([
      fact('1', { assignee: 'Văn phòng Sở' }),
      fact('2', { assignee: null }),
      fact('3', { assignee: ' Văn phòng Sở' }),
    ])
    expect(groups.map((group) => [group.assignee, group.tasks.map((task) => task.id)])).toEqual([
      ['Văn phòng Sở', ['1', '3']],
      ['', ['2']],
    ])
  })

  it('lead to the part of the page where a thing is missing', () => {
    expect([stepOfMissing('units'), stepOfMissing('receiptDue'), stepOfMissing('subject')]).toEqual([
      'gui-den',
      'gui-den',
      'du-kien',
    ])
  })
})
