import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { campaignsIn } from '../../../test/campaigns.ts'
import { must, type OpenedWorld, openWorld } from '../../../test/world.ts'
import { publish } from '../../campaigns/server/publish.ts'
import { newId } from '../../kernel/ids.ts'
import { createHttp } from '../../platform/http/create-http.ts'
import { portalPages } from './index.ts'

let opened: OpenedWorld
let acts: ReturnType<typeof campaignsIn>
let http: FastifyInstance
let shown: string
let hidden: string

const get = (url: string) => http.inject({ url, headers: { host: 'localhost:3000' } })
const page = async (id: string) => get(`/cong-khai/phong-trao/${id}`)

beforeAll(async () => {
  opened = await openWorld('2022-07-12')
  acts = campaignsIn(opened)
  http = await createHttp({ baseUrl: new URL('http://localhost:3000'), logLevel: 'silent' })
  await portalPages(opened.work)(http)
  shown = await acts.launched()
  hidden = await acts.launched()
  await must(acts.write('hoa', publish, { id: shown, published: true }))
})
afterAll(async () => {
  await http.close()
  await opened.close()
})

describe('the public page of a campaign', () => {
  it('says what the plan says, without a script and with one stylesheet', async () => {
    const { statusCode, body, headers } = await page(shown)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/html; charset=utf-8')
    expect(body).toContain('Đoàn kết, đổi mới, thi đua hoàn thành vượt mức các chỉ tiêu')
    expect(body).toContain('<h2 id="phan-dau">Phấn đấu năm 2022</h2>')
    expect(body).toContain('<b>100%</b>')
    expect(body).toContain('Đợt thi đua thứ nhất, từ 01/2022 đến 30/06/2022')
    expect(body).toContain('0/2 đơn vị')
    expect(body).not.toMatch(/<script|<style|\sstyle=|\son\w+=/)
    expect(body.match(/<link rel="stylesheet"/g)).toHaveLength(1)
  })

  it('weighs little and loads its stylesheet and faces from its own house, to be kept for ever', async () => {
    const { body } = await page(shown)
    expect(Buffer.byteLength(body)).toBeLessThan(60_000)
    const style = await get(/href="(\/cong-khai\/giao-dien\/[^"]+\.css)"/.exec(body)?.[1] ?? '')
    expect(style.statusCode).toBe(200)
    expect(style.headers['cache-control']).toContain('immutable')
    expect(style.body).not.toContain('http')
    const faces = [...style.body.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] ?? '')
    expect(faces.length).toBeGreaterThan(0)
    for (const face of faces) expect((await get(face)).statusCode).toBe(200)
  })

  it('names neither the units that still owe nor the people inside', async () => {
    const { body } = await page(shown)
    for (const inside of ['Phòng A', 'Phòng B', 'Lê Thị Hoa', 'Phạm Quang Minh']) expect(body).not.toContain(inside)
  })

  it('is told apart from one kept already', async () => {
    const first = await page(shown)
    const again = await http.inject({
      url: `/cong-khai/phong-trao/${shown}`,
      headers: { host: 'localhost:3000', 'if-none-match': String(first.headers.etag) },
    })
    expect(again.statusCode).toBe(304)
  })

  it('is not there before it is published, after it is taken down, and for any other address', async () => {
    expect((await page(hidden)).statusCode).toBe(404)
    await must(acts.write('hoa', publish, { id: hidden, published: true }))
    expect((await page(hidden)).statusCode).toBe(200)
    await must(acts.write('hoa', publish, { id: hidden, published: false }))
    for (const id of [hidden, newId(), 'xyz', '%00', "1'--"]) {
      const { statusCode, body } = await page(id)
      expect(statusCode).toBe(404)
      expect(body).toContain('Không có trang này')
    }
    expect((await get('/cong-khai/khac/nua')).statusCode).toBe(404)
  })

  it('stays after the campaign is closed, and says that it is over', async () => {
    const id = await acts.launched()
    await must(acts.write('hoa', publish, { id, published: true }))
    await acts.closed(id, 'Hết thời gian')
    const { body } = await page(id)
    expect(body).toContain('Đã kết thúc')
    expect(body).not.toContain('Đang diễn ra')
    expect(body).not.toContain('Hết thời gian')
  })
})

describe('the public list', () => {
  it('holds what is published and nothing else', async () => {
    const { statusCode, body } = await get('/cong-khai')
    expect(statusCode).toBe(200)
    expect(body).toContain(`/cong-khai/phong-trao/${shown}`)
    expect(body).not.toContain(hidden)
  })
})
