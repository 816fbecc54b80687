import { describe, expect, it } from 'vitest'
import { changesBetween, veiled } from './changes.ts'

describe('what changed', () => {
  it('is every field that differs, and nothing that stayed', () => {
    const before = { name: 'Lê Thị Hoa', email: null, orderNo: 2 }
    expect(changesBetween(before, { name: 'Lê Thị Hoà', email: null, orderNo: 2 })).toEqual({
      name: ['Lê Thị Hoa', 'Lê Thị Hoà'],
    })
  })

  it('counts a field that is missing on one side as empty there', () => {
    expect(changesBetween({}, { email: 'hoa@so.example' })).toEqual({ email: [null, 'hoa@so.example'] })
    expect(changesBetween({ email: undefined }, { email: null })).toEqual({})
  })

  it('shows that a sensitive value became another without saying which', () => {
    const kept = veiled(
      { citizenId: ['042090001234', null], name: ['a', 'b'] },
      (field, value) => `${field}#${value.length}`,
    )
    expect(kept).toEqual({ citizenId: ['citizenId#12', null], name: ['a', 'b'] })
    expect(JSON.stringify(kept)).not.toContain('042090001234')
  })
})
