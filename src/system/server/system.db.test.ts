import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { codeOf, must, type Name, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { ok } from '../../kernel/result.ts'
import { listOutbox } from './list-outbox.ts'
import { readHealth } from './read-health.ts'

let opened: OpenedWorld
beforeAll(async () => {
  opened = await openWorld('2022-07-12')
})
afterAll(() => opened.close())

const backups = { folder: tmpdir(), at: undefined, keep: { days: 7, weeks: 4, months: 12 }, keyPath: undefined }
const health = (by: Name, dataDir = tmpdir()) => {
  const facts = { dataDir, version: '0.1.0', startedAt: new Date(), wall: { now: () => new Date() }, backups }
  return opened.work.read(opened.world.as(by), readHealth(facts))
}
const outbox = (by: Name, page = 1) => opened.work.read(opened.world.as(by), (tx) => listOutbox(false)(tx, { page }))

describe('the health page', () => {
  it('measures database, disk, files, mails, record and clock for an administrator', async () => {
    const { checks, version } = await must(health('quan'))
    expect(version).toBe('0.1.0')
    const states = new Map(checks.map((check) => [check.name, check]))
    expect(states.get('Cơ sở dữ liệu')?.detail).toMatch(/^Kết nối được, PostgreSQL \d/)
    expect(states.get('Cấu trúc dữ liệu')?.state).toBe('good')
    expect(states.get('Tệp đã tải lên')?.detail).toBe('0 tệp, 0 byte')
    expect(states.get('Nhật ký')?.detail).toMatch(/12\/07\/2022$/)
  })

  it('stands also where the disk cannot be asked', async () => {
    const { checks } = await must(health('quan', join(tmpdir(), 'khong-co-thu-muc-nay')))
    expect(checks.find((check) => check.name === 'Ổ đĩa chứa dữ liệu')?.state).toBe('look')
  })

  it('is an administrator’s', async () => {
    expect(codeOf(await health('phuc'))).toBe('not-yours-to-see')
  })
})

describe('the outbox', () => {
  it('shows an administrator every waiting mail, newest first, fifty to a page', async () => {
    await must(
      opened.work.write({ kind: 'job', name: 'thử' }, async (tx) => {
        const mails = Array.from({ length: 51 }, (_, index) => ({
          id: newId(),
          to_address: `nguoi${index}@so.example`,
          to_name: `Người ${index}`,
          subject: 'Nhắc việc',
          body: 'Nội dung',
          created_at: new Date(tx.now.getTime() + index * 1000),
        }))
        await tx.db.insertInto('outbox_mail').values(mails).execute()
        return ok(undefined)
      }),
    )
    const first = await must(outbox('quan'))
    expect(first).toMatchObject({ total: 51, page: 1, pageSize: 50 })
    expect(first.mails[0]?.toName).toBe('Người 50')
    expect((await must(outbox('quan', 2))).mails.map((mail) => mail.toName)).toEqual(['Người 0'])
  })

  it('is nobody else’s to read', async () => {
    expect(codeOf(await outbox('hoa'))).toBe('not-yours-to-see')
  })
})
