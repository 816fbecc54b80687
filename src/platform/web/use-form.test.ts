import { expect, test } from 'vitest'
import type { ApiProblem } from './problem.ts'
import { placesOf } from './use-form.ts'

function problem(part: Partial<ApiProblem>): ApiProblem {
  const nothing = { values: {}, field: undefined, issues: [], data: undefined, final: false, reference: undefined }
  return { code: 'invalid-input', sentence: 'Có mục nhập chưa đúng', ...nothing, ...part }
}

test('each issue of a refused input stands at its field, the first one of a field wins', () => {
  const issues = [
    { path: 'name', message: 'Nhập họ và tên' },
    { path: 'post.title', message: 'Nhập chức vụ' },
    { path: 'name', message: 'Tên dài quá' },
  ]
  expect(placesOf(problem({ issues }), ['name', 'title'], { 'post.title': 'title' })).toEqual({
    name: 'Nhập họ và tên',
    title: 'Nhập chức vụ',
  })
})

test('a refusal about one place shows its sentence there', () => {
  expect(placesOf(problem({ field: 'from', sentence: 'Ngày chưa tới' }), ['from'], {})).toEqual({
    from: 'Ngày chưa tới',
  })
})

test('an issue at a place the form has no field for is not lost: the refusal is shown as a whole', () => {
  expect(placesOf(problem({ issues: [{ path: 'id', message: 'Mã không đúng dạng' }] }), ['name'], {})).toEqual({})
})
