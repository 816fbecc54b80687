import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { makeTurns } from './turns.ts'

test('two who ask while a save is on its way get their turns one after the other', async () => {
  const turns = makeTurns()
  let version = 0
  let under = 0
  const save = async () => {
    under += 1
    expect(under).toBe(1)
    const sent = version
    await wait(5)
    version = sent + 1
    under -= 1
    return version
  }
  const all = Promise.all([turns.take(save), turns.take(save), turns.take(save)])
  expect(turns.busy()).toBe(true)
  expect(await all).toEqual([1, 2, 3])
  expect(turns.busy()).toBe(false)
})

test('a save that fails says so to whoever asked, and the next goes on', async () => {
  const turns = makeTurns()
  const failed = turns.take(() => Promise.reject(new Error('không lưu được')))
  const next = turns.take(() => Promise.resolve('đã lưu'))
  await expect(failed).rejects.toThrow('không lưu được')
  expect(await next).toBe('đã lưu')
  expect(turns.busy()).toBe(false)
})
