import { describe, expect, it } from 'vitest'
import { createSaveBoard, wholeState } from './save-board.ts'

const at = (text: string) => new Date(text)

describe('what has become of the draft as a whole', () => {
  it('is the worst of its parts', () => {
    const saved = { state: 'saved', at: at('2022-07-12T01:00:00Z') } as const
    expect(wholeState(saved, [{ state: 'saving' }, { state: 'failed', why: 'mất mạng' }])).toMatchObject({
      state: 'failed',
    })
    expect(wholeState({ state: 'unsaved' }, [{ state: 'saving' }])).toEqual({ state: 'saving' })
    expect(wholeState({ state: 'untouched' }, [])).toEqual({ state: 'untouched' })
  })

  it('was saved when the last of them was', () => {
    const later = { state: 'saved', at: at('2022-07-12T02:00:00Z') } as const
    expect(wholeState({ state: 'saved', at: at('2022-07-12T01:00:00Z') }, [later])).toEqual(later)
    expect(wholeState({ state: 'untouched' }, [later])).toEqual(later)
  })
})

describe('saving everything before it is proposed', () => {
  it('asks each part, and says when one could not', async () => {
    const board = createSaveBoard()
    board.report('title', { state: { state: 'unsaved' }, flush: async () => true })
    expect(await board.flushAll()).toBe(true)
    board.report('units', { state: { state: 'failed', why: 'mất mạng' }, flush: async () => false })
    expect(await board.flushAll()).toBe(false)
  })
})
