import { createCluster, setHead } from '../../clusters/server/index.ts'
import { newId } from '../../kernel/ids.ts'
import type { Result } from '../../kernel/result.ts'
import type { Tx } from '../../platform/database/unit-of-work.ts'
import type { SampleOffice } from './organisation.ts'

type Does = <I, O>(name: string, useCase: (tx: Tx, input: I) => Promise<Result<O>>, input: I) => Promise<O>

/** Two blocks of the office, made up like everything here; the head goes round each year. */
const BLOCKS = [
  {
    name: 'Khối các phòng chuyên môn',
    units: ['to-chuc-bien-che', 'cong-chuc-vien-chuc', 'xay-dung-chinh-quyen', 'cai-cach-hanh-chinh'],
    heads: [{ year: 2022, head: 'cong-chuc-vien-chuc', vice: 'cai-cach-hanh-chinh' }],
  },
  {
    name: 'Khối các đơn vị trực thuộc',
    units: ['ban-thi-dua', 'ban-ton-giao', 'luu-tru-lich-su'],
    heads: [
      { year: 2022, head: 'luu-tru-lich-su', vice: 'ban-ton-giao' },
      { year: 2023, head: 'ban-ton-giao', vice: 'ban-thi-dua' },
    ],
  },
] as const

/** Hoa divides the units into blocks and enters who leads them. */
export async function tellClusters({ does }: { does: Does }, { units }: SampleOffice): Promise<void> {
  const unit = (key: string) => {
    const id = units.get(key)
    if (id === undefined) throw new Error(`the sample office has no unit ${key}`)
    return id
  }
  for (const block of BLOCKS) {
    const id = newId()
    await does('hoa', createCluster, {
      id,
      kind: 'khoi',
      name: block.name,
      level: 'co-so',
      unitId: unit('so'),
      from: '2022-01-04',
      basis: null,
      unitIds: block.units.map(unit),
      alsoElsewhere: null,
    })
    for (const { year, head, vice } of block.heads) {
      await does('hoa', setHead, { id, year, headUnitId: unit(head), viceUnitId: unit(vice), basis: null })
    }
  }
}
