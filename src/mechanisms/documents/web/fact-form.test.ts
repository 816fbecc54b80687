import { describe, expect, it } from 'vitest'
import { FACT_KINDS, factSchemas } from '../fact-values.ts'
import { emptyTyped, readTyped, sameValue, typedOf } from './fact-form.ts'
import { FORMS } from './fact-forms.ts'
import { noPaperDate, paperDateText, parsePaperDate } from './paper-date.ts'

describe('dates as precise as the paper', () => {
  it('are typed as a day, a month, a year, or a day of every year', () => {
    expect(
      ['15/7/2022', '01-07-2022', '07/2022', '7.2022', '2022', '20/11', '20/11 hằng năm', 'tháng 11 hàng năm', ' '].map(
        parsePaperDate,
      ),
    ).toEqual(['2022-07-15', '2022-07-01', '2022-07', '2022-07', '2022', '--11-20', '--11-20', '--11', null])
  })

  it('are refused when the calendar has no such day', () => {
    for (const typed of [
      '31/02/2022',
      '29/02/2023',
      '00/01/2022',
      '13/2022',
      '31/11',
      '1/1/22',
      'hôm qua',
      '5/5/5/2022',
      '22',
    ]) {
      expect(parsePaperDate(typed), typed).toBeUndefined()
    }
    expect(noPaperDate('31/02/2022')).toBe('Không có ngày 31/02/2022. Nhập ngày có trên lịch')
    expect(noPaperDate('hôm qua')).toMatch(/^Nhập ngày/)
  })

  it('come back as they were typed', () => {
    for (const date of ['2022-07-15', '2022-07', '2022', '--11-20', '--11']) {
      expect(parsePaperDate(paperDateText(date)), date).toBe(date)
    }
  })
})

describe('the boxes of a fact', () => {
  it('are there for every member that the wire knows, and for no other', () => {
    for (const kind of FACT_KINDS) {
      expect(FORMS[kind].map((member) => member.name).sort(), kind).toEqual(Object.keys(factSchemas[kind].shape).sort())
    }
  })

  it('give back the value they were filled from', () => {
    const period = {
      name: 'Đợt 1',
      start: '2022-01',
      end: '2022-06-30',
      reviewDeadline: '2022-07-15',
      relation: 'before',
    }
    expect(readTyped('period', typedOf('period', period))).toEqual({ value: period })
    const target = {
      subject: 'individual',
      text: '1,5%',
      comparator: '>=',
      value: 1.5,
      max: null,
      unit: '%',
      of: null,
      award: null,
    }
    expect(readTyped('target', typedOf('target', target))).toEqual({ value: target })
  })

  it('show the codes of the wire as words, and take them back', () => {
    const counted = {
      subject: 'unit',
      text: 'x',
      comparator: '=',
      value: 1,
      max: null,
      unit: 'count',
      of: null,
      award: null,
    }
    expect(typedOf('target', counted).unit).toBe('số lượng')
    expect(readTyped('target', typedOf('target', counted))).toEqual({ value: counted })
  })

  it('give a value that the server takes, for every kind, once what is required is filled', () => {
    for (const kind of FACT_KINDS) {
      const typed = { ...emptyTyped(kind, 'Một đoạn văn bản ngày 05/7/2022'), type: 'Luật', name: 'Tên' }
      const read = readTyped(kind, typed)
      expect('value' in read && factSchemas[kind].safeParse(read.value).success, kind).toBe(true)
    }
  })

  it('say what is wrong in each', () => {
    expect(readTyped('commemoration', { name: '', years: '4,5', date: '31/02/2022', origin: '' })).toEqual({
      problems: [
        { member: 'name', text: 'Nhập ngày kỷ niệm' },
        { member: 'years', text: 'Nhập số nguyên' },
        { member: 'date', text: 'Không có ngày 31/02/2022. Nhập ngày có trên lịch' },
      ],
    })
    expect(readTyped('number', { text: 'x'.repeat(101) })).toMatchObject({ problems: [{ member: 'text' }] })
  })

  it('take the words chosen in the paper, and of a date only the date', () => {
    expect(emptyTyped('movement', ' Dân vận\n khéo ').name).toBe('Dân vận khéo')
    expect(emptyTyped('date', 'Hà Tĩnh, ngày 5 tháng 7 năm 2022').date).toBe('05/07/2022')
    expect(emptyTyped('deadline', 'báo cáo trước ngày 20/11').what).toBe('báo cáo trước ngày 20/11')
  })

  it('count an absent member as none', () => {
    expect(sameValue({ text: null }, {})).toBe(true)
    expect(sameValue({ text: 'a' }, { text: 'a', more: null })).toBe(true)
    expect(sameValue({ text: 'a' }, { text: 'b' })).toBe(false)
  })
})
