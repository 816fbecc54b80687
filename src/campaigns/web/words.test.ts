import { expect, test } from 'vitest'
import { campaignHref, isCampaignState, lateStatus, paperWords, shareWords, timeWords } from './words.ts'

test('a campaign that is still being prepared opens where it is prepared', () => {
  expect(campaignHref({ id: 'a', state: 'proposed' })).toBe('/phong-trao/a/ra-soat')
  expect(campaignHref({ id: 'a', state: 'launched' })).toBe('/phong-trao/a')
  expect(campaignHref({ id: 'a', state: 'closed' })).toBe('/phong-trao/a')
})

test('what is missing of paper or time is said', () => {
  expect(paperWords({ number: '12/KH-SNV', issuedOn: '2022-01-26' })).toBe('Số 12/KH-SNV, 26/01/2022')
  expect(paperWords({ number: null, issuedOn: null })).toBe('Chưa có số')
  expect(timeWords({ startsOn: '2022-01-01', endsOn: null })).toBe('từ 01/01/2022')
  expect(timeWords({ startsOn: null, endsOn: null })).toBe('Chưa rõ')
})

test('a share stands beside its count', () => {
  expect(shareWords(8, 9)).toBe('8/9 đơn vị, 88,9%')
  expect(shareWords(0, 0)).toBe('chưa có đơn vị')
})

test('lateness is a state only when there is some', () => {
  expect(lateStatus(0)).toBeUndefined()
  expect(lateStatus(2)).toMatchObject({ tone: 'son', word: '2 đơn vị quá hạn' })
})

test('a word in the address that is no state filters nothing', () => {
  expect(isCampaignState('launched')).toBe(true)
  expect(isCampaignState('toString')).toBe(false)
  expect(isCampaignState('')).toBe(false)
})
