import { describe, expect, it } from 'vitest'
import { type Plan, readPlan, toPlanJson } from './index.ts'
import { inOwnCase } from './own-case.ts'

const planOf = (text: string): Plan => toPlanJson(readPlan(text).facts)

describe('a paper copied from a page', () => {
  it('begins below the headline that repeats its title', () => {
    const plan = planOf(
      'Trang chủ | Tin tức\nKẾ HOẠCH THI ĐUA NĂM 2016\nUBND HUYỆN AN LÃO\nTRƯỜNG TH AN HÒA\nSố: 10./KH-TH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nAn Hòa, ngày 06 tháng 9 năm 2016\nKẾ HOẠCH\nThực hiện công tác thi đua năm học 2016 - 2017\nCăn cứ Luật Thi đua, Khen thưởng hiện hành;',
    )
    expect(plan).toMatchObject({
      docType: 'KH',
      number: '10/KH-TH',
      place: 'An Hòa',
      date: '2016-09-06',
      subject: 'Thực hiện công tác thi đua năm học 2016 - 2017',
    })
    expect(plan.legalBases).toEqual([
      { type: 'Luật', number: null, date: null, issuer: null, title: 'Luật Thi đua, Khen thưởng' },
    ])
  })

  it.each([
    'KẾ HOẠCH Phát động phong trào thi đua năm 2020',
    'KẾ HOẠCH (V/v phát động phong trào thi đua năm 2020)',
    'Kế hoạch phát động phong trào thi đua năm 2020',
  ])('has its kind and subject on one line: %s', (title) => {
    const plan = planOf(
      `${title}\n\nCăn cứ nhiệm vụ năm 2020, Trường THPT Nguyễn Du xây dựng kế hoạch như sau:\nI. MỤC ĐÍCH`,
    )
    expect(plan.docType).toBe('KH')
    expect(plan.subject?.toLowerCase()).toBe('phát động phong trào thi đua năm 2020')
    expect(plan.issuer).toBe('Trường THPT Nguyễn Du')
  })

  it('may have lost the blank after a kind of paper', () => {
    const plan = planOf(
      'KẾ HOẠCH\nThi đua\n\nCăn cứ Quyết địnhsố 2216/QĐ-BTP ngày 30/7/2012 của Bộ Tư pháp;\n1. Mục đích',
    )
    expect(plan.legalBases).toMatchObject([{ number: '2216/QĐ-BTP', date: '2012-07-30', issuer: 'Bộ Tư pháp' }])
  })
})

describe('a body the head prints in capitals', () => {
  it.each([
    ['SỞ Y TẾ', 'Căn cứ kế hoạch của Sở Y tế.', 'Sở Y tế'],
    ['SỞ Y TẾ HÀ TĨNH', 'Căn cứ kế hoạch của Sở Y tế.', 'Sở Y tế Hà Tĩnh'],
    ['ỦY BAN NHÂN DÂN TỈNH PHÚ THỌ', 'Uỷ ban nhân dân tỉnh yêu cầu', 'Uỷ ban nhân dân tỉnh Phú Thọ'],
    ['UBND XÃ TÂN HOÀ', 'không nhắc tên', null],
    ['Sở Y tế', 'Sở Y tế', null],
  ])('%s in «%s»', (name, text, written) => expect(inOwnCase(name, text)).toBe(written))
})

describe('periods', () => {
  it('may be spans of years, or bear a label of their own', () => {
    const years = planOf(
      'III. THỜI GIAN\n1. Giai đoạn 1 (2022 - 2023): Phát động.\n2. Giai đoạn 2 (2024 - 2025): Tổng kết.',
    )
    expect(years.phases.map(({ start, end }) => [start, end])).toEqual([
      ['2022', '2023'],
      ['2024', '2025'],
    ])
    const halves = planOf(
      'III. THỜI GIAN\n1. Sáu tháng đầu năm: từ ngày 01/01/2013 đến ngày 30/6/2013.\n2. Sáu tháng cuối năm: từ ngày 01/7/2013 đến ngày 31/12/2013.',
    )
    expect(halves.phases.map(({ name }) => name)).toEqual(['Sáu tháng đầu năm', 'Sáu tháng cuối năm'])
  })

  it('without a name are called after the campaign, not after the heading', () => {
    const plan = planOf(
      'KẾ HOẠCH\nPhát động đợt thi đua nước rút năm 2022\n\nCăn cứ nhiệm vụ:\nII. THỜI GIAN\nTừ ngày 01/10/2022 đến ngày 31/12/2022.',
    )
    expect(plan.phases).toMatchObject([
      { name: 'Đợt thi đua nước rút năm 2022', start: '2022-10-01', end: '2022-12-31' },
    ])
  })
})
