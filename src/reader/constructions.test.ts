import { describe, expect, it } from 'vitest'
import { actingIn, namesActor } from './actors.ts'
import { awardIn } from './awards.ts'
import { findDates } from './dates.ts'
import { type Plan, readPlan, toPlanJson } from './index.ts'
import { markerOf } from './markers.ts'
import { numberOf, quantitiesIn } from './quantities.ts'
import { sectionOf } from './sections.ts'
import { fold, viewOf } from './view.ts'

const planOf = (text: string): Plan => toPlanJson(readPlan(text).facts)

describe('dates', () => {
  it.each([
    ['07/04/2014', '2014-04-07'],
    ['07/4/2014', '2014-04-07'],
    ['12-6-2021', '2021-06-12'],
    ['ngày 30 tháng 10 năm 2020', '2020-10-30'],
    ['tháng 01/2022', '2022-01'],
    ['tháng 3 năm 2020', '2020-03'],
    ['2/9', '2024-09-02'],
    ['ngày 20.10', '2024-10-20'],
    ['năm 2003', '2003'],
    ['trước 15/8 hàng năm', '--08-15'],
    ['tháng 7 hằng năm', '--07'],
    ['31/02/2022', null],
    ['ngày 30 tháng 13 năm 2022', null],
  ])('%s', (text, date) => expect(findDates(fold(text), '2024')[0]?.date).toBe(date))

  it('are not seen in symbols of papers', () =>
    expect(findDates(fold('số 12/2022/NĐ-CP và 8/9/KH'), '2024')).toEqual([]))
})

describe('markers', () => {
  it.each([
    'I. MỤC ĐÍCH',
    '1. Mục đích',
    '5.1. Văn phòng',
    'a) Đối với',
    'đ) Công an',
    '- Tổ chức',
    '+ Tổ chức',
    'Điều 1. Giao',
    'A. ĐẶC ĐIỂM',
    '1) Về',
    'II/ Nội dung',
    '3. 100% xã',
  ])('%s has one', (text) => expect(markerOf(viewOf(text, 0, text.length))).not.toBeNull())
  it.each(['07/4/2014 của Bộ', '2.000 hộ dân', '7.5 điểm', 'Vì vậy', 'Sở Nội vụ', '20/11 là ngày'])(
    '%s has none',
    (text) => expect(markerOf(viewOf(text, 0, text.length))).toBeNull(),
  )
})

describe('headings', () => {
  it.each([
    ['MỤC ĐÍCH, YÊU CẦU', 'purpose'],
    ['CHỈ TIÊU PHẤN ĐẤU', 'targets'],
    ['MỤC TIÊU, CHỈ TIÊU THI ĐUA', 'targets'],
    ['CHỦ ĐỀ, NỘI DUNG, MỤC TIÊU THI ĐUA', 'targets-among'],
    ['THỜI GIAN TỔ CHỨC VÀ CÁC ĐỢT THI ĐUA', 'time'],
    ['TỔ CHỨC THỰC HIỆN', 'tasks'],
    ['PHÂN CÔNG NHIỆM VỤ', 'tasks'],
    ['KẾT QUẢ THỰC HIỆN NĂM 2021', 'past'],
  ])('%s opens the part on %s', (text, section) => expect(sectionOf(fold(text), true)).toBe(section))
})

describe('numbers of targets', () => {
  const first = (text: string) => quantitiesIn(text, fold(text))[0]

  it('part thousands by a dot and decimals by a comma, but points by a dot', () => {
    expect([numberOf('3.400'), numberOf('12,5'), numberOf('7.5')]).toEqual([3400, 12.5, 7.5])
  })

  it.each([
    ['tối thiểu đạt 48,5 tỷ đồng', { value: 48.5, unit: 'ty dong', comparator: '>=' }],
    ['trên 8% so với năm trước', { value: 8, unit: '%', comparator: '>=' }],
    ['97% trở lên', { value: 97, unit: '%', comparator: '>=' }],
    ['dưới : 1%', { value: 1, unit: '%', comparator: '<=' }],
    ['xuống dưới 20%', { value: 20, unit: '%', comparator: '<=' }],
    ['nằm trong nhóm 05 cơ quan đứng đầu', { value: 5, unit: 'rank', comparator: 'rank<=' }],
    ['Xếp thứ: 3/12', { value: 3, unit: 'rank', comparator: 'rank<=' }],
    ['2 - 3 Phòng', { value: 2, max: 3, unit: 'count', comparator: '>=' }],
    ['ít nhất 01 mô hình', { value: 1, unit: 'count', comparator: '>=' }],
  ])('%s', (text, quantity) => expect(first(text)).toMatchObject(quantity))

  it.each(['năm 2022', 'Nghị quyết số 18', 'giai đoạn 2021 - 2025', '06 tháng đầu năm', 'lần thứ 4', 'ngày 20/11'])(
    '%s is no number',
    (text) => expect(first(text)).toBeUndefined(),
  )
})

describe('awards', () => {
  const award = (text: string) => awardIn(text, fold(text))?.text

  it.each([
    ['được Bộ Nội vụ, UBND tỉnh tặng bằng khen', 'bằng khen của Bộ Nội vụ, UBND tỉnh'],
    ['được tặng Cờ thi đua Ủy ban nhân dân tỉnh', 'Cờ thi đua Ủy ban nhân dân tỉnh'],
    ['đạt danh hiệu tập thể lao động tiên tiến', 'tập thể lao động tiên tiến'],
    ['15% đạt chiến sỹ thi đua cơ sở', 'chiến sỹ thi đua cơ sở'],
    ['hoàn thành tốt nhiệm vụ', undefined],
  ])('%s', (text, expected) => expect(award(text)).toBe(expected))
})

describe('who is to act', () => {
  const who = (text: string) => {
    const acting = actingIn(text)
    return (
      acting && [text.slice(acting.actorFrom, acting.actorTo), text.slice(acting.from).split(' ').slice(0, 2).join(' ')]
    )
  }

  it.each([
    ['Giao Văn phòng Sở theo dõi đôn đốc việc triển khai', ['Văn phòng Sở', 'theo dõi']],
    ['Ban Cán sự Đảng UBND tỉnh chỉ đạo UBND tỉnh xây dựng', ['Ban Cán sự Đảng UBND tỉnh', 'chỉ đạo']],
    ['Các cơ quan, tổ chức, đơn vị triển khai thực hiện', ['Các cơ quan, tổ chức, đơn vị', 'triển khai']],
    ['Phòng Tổ chức cán bộ tổng hợp kết quả', ['Phòng Tổ chức cán bộ', 'tổng hợp']],
    ['Các phòng, ban tổ chức quán triệt', ['Các phòng, ban', 'tổ chức']],
    ['Công đoàn: Phối hợp với chuyên môn', ['Công đoàn', 'Phối hợp']],
    ['Giáo viên chủ nhiệm tổ chức cho học sinh đăng ký', ['Giáo viên chủ nhiệm', 'tổ chức']],
    ['Hội đồng Thi đua - Khen thưởng tỉnh theo dõi', ['Hội đồng Thi đua - Khen thưởng tỉnh', 'theo dõi']],
  ])('%s', (text, expected) => expect(who(text)).toEqual(expected))

  it.each([
    'Tổ chức quán triệt kế hoạch này',
    'Các phong trào thi đua cần tập trung',
    'Số lượng hồ sơ gửi về Sở',
    'Nâng cao chất lượng',
  ])('%s names nobody', (text) => expect(who(text)).toBeNull())

  it('a heading may be nothing but a name', () => {
    expect(namesActor('Các phòng, ban, trung tâm thuộc và trực thuộc Sở')).toBe(
      'Các phòng, ban, trung tâm thuộc và trực thuộc Sở',
    )
    expect(namesActor('Trách nhiệm của Phòng Nội vụ:')).toBe('Phòng Nội vụ')
    expect(namesActor('Nội dung thi đua')).toBeNull()
  })
})

describe('heads', () => {
  it('with both columns on one line', () => {
    const plan = planOf(
      'UBND TỈNH YÊN BÁI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSỞ Y TẾ Độc lập - Tự do - Hạnh phúc\nSố: 12/KH-SYT Yên Bái, ngày 5 tháng 3 năm 2020\nKẾ HOẠCH\nThi đua năm 2020\nCăn cứ Luật Thi đua, khen thưởng;',
    )
    expect(plan).toMatchObject({
      issuer: 'SỞ Y TẾ',
      number: '12/KH-SYT',
      place: 'Yên Bái',
      date: '2020-03-05',
      subject: 'Thi đua năm 2020',
    })
  })

  it('with the kind and the subject on one line', () => {
    expect(planOf('KẾ HOẠCH PHÁT ĐỘNG THI ĐUA NĂM 2021\n\nCăn cứ Luật')).toMatchObject({
      docType: 'KH',
      subject: 'PHÁT ĐỘNG THI ĐUA NĂM 2021',
    })
  })

  it('of a Party body, with a star and a symbol that begins with a dash', () => {
    const plan = planOf(
      'ĐẢNG BỘ TỈNH LONG AN\nTỈNH ỦY\n*\nSố 41-CT/TU\nĐẢNG CỘNG SẢN VIỆT NAM\nLong An, ngày 9 tháng 9 năm 2014\nCHỈ THỊ\nvề thi đua',
    )
    expect(plan).toMatchObject({ number: '41-CT/TU', issuer: 'TỈNH ỦY', docType: 'CT' })
  })

  it('with a symbol broken over a line', () =>
    expect(planOf('Số: 25/KH-\nUBND\nKẾ HOẠCH\nthi đua năm 2021').number).toBe('25/KH-UBND'))
})

describe('citations', () => {
  const bases = (text: string) => planOf(`KẾ HOẠCH\nthi đua năm 2022\n\n${text}\n\nI. MỤC ĐÍCH`).legalBases

  it('a head shared by two papers', () => {
    expect(
      bases(
        'Thực hiện các Nghị định số 91/2017/NĐ-CP ngày 31/7/2017, số 85/2014/NĐ-CP ngày 10/9/2014 của Chính phủ; Sở ban hành Kế hoạch như sau:',
      ),
    ).toMatchObject([
      { type: 'Nghị định', number: '91/2017/NĐ-CP', date: '2017-07-31', issuer: 'Chính phủ' },
      { type: 'Nghị định', number: '85/2014/NĐ-CP', date: '2014-09-10', issuer: 'Chính phủ' },
    ])
  })

  it('a date broken off by a page', () => {
    expect(bases('Căn cứ Chỉ thị số 34-CT/TW ngày\n\n07/4/2014 của Bộ Chính trị về thi đua;')).toMatchObject([
      { number: '34-CT/TW', date: '2014-04-07' },
    ])
  })

  it('a paper in the title of another is not a basis', () => {
    expect(
      bases(
        'Căn cứ Thông tư số 12/2019/TT-BNV ngày 04/11/2019 của Bộ Nội vụ hướng dẫn thi hành Nghị định số 91/2017/NĐ-CP;',
      ),
    ).toHaveLength(1)
  })

  it('a law with the days of two amendments', () => {
    const laws = bases(
      'Căn cứ Luật sửa đổi, bổ sung một số điều của Luật Thi đua, khen thưởng ngày 14/6/2005 và ngày 16/11/2013;',
    )
    expect(laws.map((law) => law.date)).toEqual(['2005-06-14', '2013-11-16'])
  })

  it('the plan that is being made is not its own basis', () => {
    expect(bases('Sở Nội vụ ban hành Kế hoạch phát động phong trào thi đua năm 2022 như sau:')).toEqual([])
  })
})

describe('quotes', () => {
  const plan = planOf(
    'KẾ HOẠCH\nthi đua năm 2022\n\nI. NỘI DUNG\n1. Thi đua với chủ đề “Đoàn kết, sáng tạo”, thực hiện phương châm “sát cơ sở”.\n2. Hưởng ứng phong trào “Cả nước thi đua”; “Vì người nghèo” và cuộc vận động "Người Việt dùng hàng Việt". Khắc phục bệnh “thành tích”.',
  )
  it('tell the theme from movements and from mere words', () => {
    expect(plan.theme).toBe('Đoàn kết, sáng tạo')
    expect(plan.movements).toEqual(['Cả nước thi đua', 'Vì người nghèo', 'Người Việt dùng hàng Việt'])
  })
})

describe('targets', () => {
  it('nested shares in one item are several targets', () => {
    const { targets } = planOf(
      'II. CHỈ TIÊU\n- 100% phòng, ban đạt danh hiệu tập thể lao động tiên tiến, trong đó 20% tập thể đạt danh hiệu tập thể lao động xuất sắc, 2 - 3 phòng được UBND tỉnh tặng bằng khen.',
    )
    expect(targets.map(({ value, max, unit, of }) => [value, max, unit, of])).toEqual([
      [100, undefined, '%', 'phòng, ban'],
      [20, undefined, '%', 'tập thể'],
      [2, 3, 'count', 'phòng'],
    ])
  })

  it('results of last year are not targets', () => {
    expect(
      planOf(
        'I. KẾT QUẢ NĂM 2021\n- 98% cán bộ đạt lao động tiên tiến.\nII. CHỈ TIÊU NĂM 2022\n- 99% cán bộ đạt lao động tiên tiến.',
      ).targets,
    ).toMatchObject([{ value: 99 }])
  })

  it('«Không có …» is none', () => {
    expect(planOf('II. CHỈ TIÊU\n- Không có cán bộ vi phạm kỷ luật.').targets).toMatchObject([
      { comparator: '<=', value: 0, subject: 'individual' },
    ])
  })
})

describe('feet', () => {
  it('with recipients and signature on the same lines', () => {
    const plan = planOf(
      'I. MỤC ĐÍCH\nNội dung./.\nNơi nhận:\tTM. ỦY BAN NHÂN DÂN\n- Sở Nội vụ;\tKT. CHỦ TỊCH\n- Lưu: VT.\tPHÓ CHỦ TỊCH\n\n\tTrần Văn Bình',
    )
    expect(plan).toMatchObject({
      recipients: ['Sở Nội vụ', 'Lưu: VT'],
      signer: { title: 'PHÓ CHỦ TỊCH', name: 'Trần Văn Bình' },
    })
  })

  it('with two who sign', () => {
    const plan = planOf('Nội dung./.\n\nCHỦ TỊCH CÔNG ĐOÀN\tHIỆU TRƯỞNG\n\nTrần Thị Mai\tPhạm Quốc Việt')
    expect(plan.signer).toEqual([
      { title: 'CHỦ TỊCH CÔNG ĐOÀN', name: 'Trần Thị Mai' },
      { title: 'HIỆU TRƯỞNG', name: 'Phạm Quốc Việt' },
    ])
  })

  it('signed by deputy, acting or by order', () => {
    const signer = (office: string) => planOf(`Nội dung./.\n\nNơi nhận:\n- Như trên.\n\n${office}\n\nLê Văn Ba`).signer
    expect(signer('KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC')).toEqual({ title: 'PHÓ GIÁM ĐỐC', name: 'Lê Văn Ba' })
    expect(signer('Q. CHỦ TỊCH')).toEqual({ title: 'Q. CHỦ TỊCH', name: 'Lê Văn Ba' })
    expect(signer('TL. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ TỔ CHỨC')).toEqual({ title: 'VỤ TRƯỞNG VỤ TỔ CHỨC', name: 'Lê Văn Ba' })
  })
})
