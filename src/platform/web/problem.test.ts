import { ORPCError } from '@orpc/client'
import { describe, expect, test } from 'vitest'
import { problemAt, problemOfBody, readProblem, Unreachable } from './problem.ts'

describe('what an operation failed with', () => {
  test('a refusal keeps its sentence, its values and its place', () => {
    const data = { values: { day: '01/07/2022' }, field: 'from' }
    const problem = readProblem(new ORPCError('day-in-future', { status: 422, message: 'Ngày chưa tới', data }))
    expect(problem).toMatchObject({ code: 'day-in-future', sentence: 'Ngày chưa tới', values: { day: '01/07/2022' } })
    expect(problemAt(problem, 'from')).toBe('Ngày chưa tới')
    expect(problemAt(problem, 'name')).toBeUndefined()
  })

  test('a fault shows the number it is logged under', () => {
    const data = { values: { reference: '7K2M' } }
    expect(readProblem(new ORPCError('internal', { status: 500, message: 'Máy chủ gặp lỗi', data })).reference).toBe(
      '7K2M',
    )
  })

  test('only a lost connection is worth asking again for by itself', () => {
    expect(readProblem(new Unreachable('no answer')).code).toBe('offline')
    expect(readProblem(new TypeError('a fault of the page')).code).toBe('unknown')
  })

  test('what is not for this person stays so', () => {
    expect(problemOfBody({ code: 'not-yours-to-see', message: 'Chỉ quản trị viên được xem trang này' }).final).toBe(
      true,
    )
    expect(problemOfBody({ code: 'internal', message: 'Máy chủ gặp lỗi' }).final).toBe(false)
  })

  test('an answer that is not ours is no crash', () => {
    expect(problemOfBody('<html>').code).toBe('offline')
    expect(problemOfBody({ code: 7 }).code).toBe('internal')
  })
})
