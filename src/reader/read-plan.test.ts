import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FACT_KINDS, type Fact, readPlan, toPlanJson } from './index.ts'

const haTinh = readFileSync('samples/plans/documents/ha-tinh-2022.txt', 'utf8')

const factsOf = (text: string, kind: Fact['kind']) => readPlan(text).facts.filter((fact) => fact.kind === kind)

function printed(text: string, fact: Fact): string {
  const read = readPlan(text)
  return fact.source ? read.text.slice(fact.source.start, fact.source.end) : ''
}

describe('the place of a fact', () => {
  it('is where its words stand in the text given', () => {
    const [theme] = factsOf(haTinh, 'theme')
    expect(theme && printed(haTinh, theme)).toBe(theme?.value)
    for (const movement of factsOf(haTinh, 'movement')) expect(printed(haTinh, movement)).toBe(movement.value)
    for (const recipient of factsOf(haTinh, 'recipient')) expect(printed(haTinh, recipient)).toContain(recipient.value)
  })

  it('is told apart for two facts of the same value', () => {
    const text = 'III. CHỈ TIÊU\n- 15% cá nhân được khen;\n- 15% tập thể được khen.\n'
    const [first, second] = factsOf(text, 'target')
    expect(first?.source?.start).toBe(text.indexOf('15% cá nhân'))
    expect(second?.source?.start).toBe(text.indexOf('15% tập thể'))
  })

  it('is told apart for two deadlines on the same day', () => {
    const text =
      'IV. TỔ CHỨC THỰC HIỆN\n1. Phòng A nộp báo cáo trước ngày 15/7/2022.\n2. Phòng B nộp hồ sơ trước ngày 15/7/2022.'
    const places = factsOf(text, 'deadline').map((fact) => fact.parts?.date?.start)
    expect(places).toEqual([text.indexOf('trước'), text.lastIndexOf('trước')])
  })

  it('counts in the cleaned text when the text came decomposed', () => {
    const given = 'KẾ HOẠCH\nphát động thi đua năm 2022\n\nII. CHỦ ĐỀ: “Đoàn kết, sáng tạo”'.normalize('NFD')
    const read = readPlan(given)
    const theme = read.facts.find((fact) => fact.kind === 'theme')
    expect(read.text).toBe(given.normalize('NFC'))
    expect(theme?.source && read.text.slice(theme.source.start, theme.source.end)).toBe('Đoàn kết, sáng tạo')
  })

  it('of a period names its days one by one', () => {
    const [period] = factsOf(haTinh, 'period')
    const text = readPlan(haTinh).text
    const part = (name: string) => text.slice(period?.parts?.[name]?.start, period?.parts?.[name]?.end)
    expect([part('start'), part('end'), part('review')]).toEqual(['tháng 01/2022', '30/6/2022', 'trước ngày 15/7/2022'])
  })
})

describe('what the paper does not say is not said', () => {
  it('an empty text has no facts', () => expect(readPlan('').facts).toEqual([]))

  it('a text that is no plan gives a plan of nothing', () => {
    expect(toPlanJson(readPlan('Con cò bay lả bay la').facts)).toMatchObject({
      docType: null,
      number: null,
      signer: null,
      targets: [],
    })
  })

  it('a number left blank is no number', () =>
    expect(factsOf('Số:     /KH-SNV\n\nKẾ HOẠCH\nphát động thi đua', 'number')).toEqual([]))

  it('the number on the stamp of the receiver is not the number', () => {
    const text = 'SỞ Y TẾ\nĐẾN Số: 351\nNgày 17/1/2021\n\nCHỈ THỊ\nvề thi đua năm 2021\n\nTrong những năm qua'
    expect(factsOf(text, 'number')).toEqual([])
    expect(factsOf(text, 'issuer')).toEqual([])
  })

  it('31/02/2022 is kept as doubtful, without a value', () => {
    const text = 'IV. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ báo cáo kết quả trước ngày 31/02/2022.'
    const [deadline] = factsOf(text, 'deadline')
    expect(deadline).toMatchObject({
      confidence: 'look',
      value: { due: { date: null, relation: 'before', printed: 'trước ngày 31/02/2022' } },
    })
  })

  it('«ngày 31 tháng 02 năm 2022» in the head is a doubtful date, not 3 March', () => {
    const [date] = factsOf('Số: 1/KH-SNV\nHà Nội, ngày 31 tháng 02 năm 2022\nKẾ HOẠCH\nphát động thi đua', 'date')
    expect(date).toMatchObject({ value: null, confidence: 'look' })
  })
})

describe('a deadline keeps its relation', () => {
  it.each([
    ['trước ngày 20/11/2024', 'before'],
    ['chậm nhất ngày 20/11/2024', 'by'],
    ['hạn chót 20/11/2024', 'by'],
    ['xong trước 20/11/2024', 'before'],
  ])('%s', (words, relation) => {
    const [deadline] = factsOf(`IV. TỔ CHỨC THỰC HIỆN\n1. Phòng Nội vụ báo cáo Sở ${words}.`, 'deadline')
    expect(deadline?.value).toMatchObject({ due: { date: '2024-11-20', relation } })
  })
})

describe('toPlanJson', () => {
  it('gives the same plan for facts that went through JSON', () => {
    const { facts } = readPlan(haTinh)
    expect(toPlanJson(JSON.parse(JSON.stringify(facts)) as Fact[])).toEqual(toPlanJson(facts))
  })

  it('follows a correction, and a commemoration moved to another period', () => {
    const facts = readPlan(haTinh).facts.map((fact) => {
      if (fact.kind === 'theme') return { ...fact, value: 'Chủ đề khác' }
      if (fact.kind === 'commemoration' && fact.value.name.includes('Phan Đ'))
        return { ...fact, value: { ...fact.value, period: 'period-1' } }
      return fact
    })
    const plan = toPlanJson(facts)
    expect(plan.theme).toBe('Chủ đề khác')
    expect(plan.phases.map((phase) => phase.commemorations.length)).toEqual([8, 5])
  })

  it('puts the days of a removed period outside any', () => {
    const facts = readPlan(haTinh).facts.filter((fact) => fact.key !== 'period-1')
    expect(toPlanJson(facts).commemorations).toHaveLength(7)
  })
})

describe('whatever the text', () => {
  const words = fc.constantFrom(
    'Căn cứ',
    'Luật',
    'số 12/CT-TTg',
    'ngày 31/02/2022',
    'trước ngày',
    '“',
    '”',
    '"',
    '**',
    '\n',
    '\n\n',
    '100%',
    'trong đó',
    '2 - 3',
    'Đợt 1',
    'từ',
    'đến',
    '92 năm',
    '(',
    ')',
    ';',
    'I.',
    '1.',
    'a)',
    '-',
    '- ',
    'KẾ HOẠCH',
    'Nơi nhận:',
    'KT. GIÁM ĐỐC',
    'Sở Nội vụ',
    'TỔ CHỨC THỰC HIỆN',
    'CHỈ TIÊU',
    'phong trào',
    'chủ đề',
    'gửi về',
    'Giao',
    '\t',
    '|',
    '\u0301',
    '\ud800',
    'Nguyễn Văn A',
  )
  const texts = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(words, { maxLength: 60 }).map((all) => all.join(' ')),
  )

  it('reading never throws, gives the same twice, and every place lies within the text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const read = readPlan(text)
        expect(readPlan(text)).toEqual(read)
        expect(new Set(read.facts.map((fact) => fact.key)).size).toBe(read.facts.length)
        for (const { source, parts, kind } of read.facts) {
          expect(FACT_KINDS).toContain(kind)
          for (const place of [source, ...Object.values(parts ?? {})]) {
            expect(place && place.start >= 0 && place.start <= place.end && place.end <= read.text.length).toBe(true)
          }
        }
        expect(JSON.parse(JSON.stringify(toPlanJson(read.facts)))).toEqual(toPlanJson(read.facts))
      }),
      { numRuns: 400 },
    )
  })

  it.each([
    ['digits', '1'.repeat(2_000_000)],
    ['blanks', ' '.repeat(2_000_000)],
    ['opening quotes', '“'.repeat(2_000_000)],
    ['straight quotes', '"'.repeat(2_000_000)],
    ['brackets', '('.repeat(2_000_000)],
    ['triggers of deadlines', 'gửi về Sở trước ngày '.repeat(90_000)],
    ['laws', 'Căn cứ Luật '.repeat(160_000)],
    ['movements that never come', 'phong trào thi đua trong '.repeat(80_000)],
    ['items', `IV. TỔ CHỨC THỰC HIỆN\n${'1. Sở Nội vụ theo dõi, báo cáo.\n'.repeat(30_000)}`],
  ])(
    'two megabytes of %s are read to the end',
    (_, text) => expect(Array.isArray(readPlan(text).facts)).toBe(true),
    60_000,
  )
})
