import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cli-'))
})
afterAll(() => rm(folder, { recursive: true }))

function thidua(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, ['src/app/cli.ts', ...args], { maxBuffer: 1e8 }, (_, out, err) =>
      resolve({ code: child.exitCode ?? -1, out, err }),
    )
  })
}

const HA_TINH = 'samples/plans/documents/ha-tinh-2022.txt'
const LANG_SON = 'samples/plans/documents/lang-son-2014.txt'

describe('thidua read', () => {
  it('prints one array of the plans, in the order asked', async () => {
    const { code, out, err } = await thidua('read', HA_TINH, LANG_SON)
    const plans = JSON.parse(out) as { docType: string }[]
    expect([code, err, plans.map((plan) => plan.docType)]).toEqual([0, '', ['KH', 'PĐ']])
  })

  it('writes one file for each into the folder given', async () => {
    const to = join(folder, 'new', 'plans')
    const { code, out } = await thidua('read', HA_TINH, LANG_SON, '--out', to)
    expect([code, out, (await readdir(to)).sort()]).toEqual([0, '', ['ha-tinh-2022.json', 'lang-son-2014.json']])
    expect(JSON.parse(await readFile(join(to, 'ha-tinh-2022.json'), 'utf8'))).toMatchObject({
      docType: 'KH',
      issuer: 'Sở Nội vụ',
    })
  })

  it('says why a file is refused, and still reads the others', async () => {
    const empty = join(folder, 'rong.txt')
    await writeFile(empty, '')
    const { code, out, err } = await thidua('read', empty, join(folder, 'khong-co.txt'), LANG_SON)
    expect(code).toBe(1)
    expect(err.trim().split('\n')).toEqual([
      `${empty}: Tệp không có nội dung (0 byte). Chọn tệp khác`,
      `${join(folder, 'khong-co.txt')}: Không có tệp này`,
    ])
    expect(JSON.parse(out)).toHaveLength(1)
  })

  it('does not write one plan over another of the same name', async () => {
    const copy = join(folder, 'lang-son-2014.md')
    await writeFile(copy, 'KẾ HOẠCH')
    const { code, err } = await thidua('read', LANG_SON, copy, '--out', join(folder, 'same'))
    expect([code, err]).toEqual([1, `${copy}: Đã ghi lang-son-2014.json từ tệp khác cùng tên\n`])
  })

  it.each([[['read']], [['read', '--nhanh', HA_TINH]], [['read', HA_TINH, '--out']], [[]], [['viet']]])(
    'explains itself for %j',
    async (args) => {
      const { code, out, err } = await thidua(...args)
      expect([code, out]).toEqual([2, ''])
      expect(err).toMatch(/^Cách dùng:/)
    },
  )
})
