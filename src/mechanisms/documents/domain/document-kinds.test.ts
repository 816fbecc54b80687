import { expect, test } from 'vitest'
import { calmTitle, documentKindName } from './document-kinds.ts'

test('an abbreviation becomes the kind’s name; an unknown one stays', () => {
  expect(documentKindName('KH')).toBe('Kế hoạch')
  expect(documentKindName('XYZ')).toBe('XYZ')
  expect(documentKindName(null)).toBe('Văn bản')
})

test('a title set in capitals is written quietly, any other stays as it is', () => {
  expect(calmTitle('GIÁM ĐỐC')).toBe('Giám đốc')
  expect(calmTitle('Chánh Văn phòng')).toBe('Chánh Văn phòng')
})
