import { describe, expect, it } from 'vitest'
import { baseUrlOf, readConfig, trustedProxiesOf } from './config.ts'

const read = (environment: Record<string, string>) => readConfig(environment, { dataDir: './var' })

function settled(environment: Record<string, string>) {
  const result = read(environment)
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const database = {
  DATABASE_URL: 'postgresql://ung_dung:a@db.noi-bo/thi_dua',
  DATABASE_OWNER_URL: 'postgresql://chu:b@db.noi-bo/thi_dua',
}
const tls = { TLS_CERT: 'cert.pem', TLS_KEY: 'key.pem' }

describe('settings', () => {
  it('are complete when nothing is set', () => {
    const config = settled({})
    expect(config).toMatchObject({ database: { kind: 'embedded' }, host: '127.0.0.1', port: 3000, tls: undefined })
    expect(baseUrlOf(config, 3000).href).toBe('http://localhost:3000/')
  })

  it('back up every night beside the data, unless told otherwise', () => {
    expect(settled({ DATA_DIR: '/srv/thi-dua' }).backups).toEqual({
      folder: '/srv/thi-dua/backups',
      at: { hour: 2, minute: 0 },
      keep: { days: 7, weeks: 4, months: 12 },
      keyPath: undefined,
    })
    expect(settled({ BACKUP_AT: 'off' }).backups.at).toBeUndefined()
    const set = settled({
      BACKUP_DIR: '/mnt/sao-luu',
      BACKUP_AT: '23:30',
      BACKUP_KEEP: '3,0,0',
      BACKUP_KEY: '/etc/key',
    })
    expect(set.backups).toMatchObject({
      folder: '/mnt/sao-luu',
      keep: { days: 3, weeks: 0, months: 0 },
      keyPath: '/etc/key',
    })
  })

  it('that are empty count as not set', () => {
    expect(settled({ PORT: '', HOST: ' ', DATABASE_URL: '' }).port).toBe(3000)
  })

  it('take a database of the house’s own with its two accounts', () => {
    expect(settled(database).database).toMatchObject({ kind: 'server', ownerUrl: database.DATABASE_OWNER_URL })
  })

  it.each([
    ['a port that is no number', { PORT: '3k' }, 'config-wrong-number'],
    ['a port too high', { PORT: '70000' }, 'config-wrong-number'],
    ['a negative port', { PORT: '-1' }, 'config-wrong-number'],
    ['a base address without a scheme', { BASE_URL: 'thidua.gov.vn' }, 'config-wrong-address'],
    ['a base address with a path', { BASE_URL: 'https://gov.vn/thidua' }, 'config-wrong-address'],
    ['a base address of another kind', { BASE_URL: 'ftp://thidua.gov.vn' }, 'config-wrong-address'],
    ['backups at no hour of the day', { BACKUP_AT: '25:00' }, 'config-wrong-hour'],
    ['backups of which none is kept', { BACKUP_KEEP: '0,4,12' }, 'config-wrong-keep'],
    ['an application account without an owner', { DATABASE_URL: database.DATABASE_URL }, 'config-missing-companion'],
    ['a secret anybody can guess', { AUTH_SECRET: 'abc' }, 'config-short-secret'],
    ['an owner alone', { DATABASE_OWNER_URL: database.DATABASE_OWNER_URL }, 'config-missing-companion'],
    ['one account for both', { ...database, DATABASE_URL: 'postgresql://chu:b@db/thi_dua' }, 'config-same-role'],
    ['another kind of database', { ...database, DATABASE_URL: 'mysql://a:b@db/x' }, 'config-wrong-address'],
    ['a server without a database', { ...database, DATABASE_URL: 'postgresql://a:b@db' }, 'config-wrong-address'],
    [
      'an owner without a password',
      { ...database, DATABASE_OWNER_URL: 'postgresql://chu@db/thi_dua' },
      'config-owner-without-password',
    ],
    ['a mail server without a sender', { SMTP_URL: 'smtp://mail.noi-bo' }, 'config-missing-companion'],
    ['a certificate without its key', { TLS_CERT: 'cert.pem' }, 'config-missing-companion'],
    ['a key without its certificate', { TLS_KEY: 'key.pem' }, 'config-missing-companion'],
    ['plain http open to the network', { HOST: '0.0.0.0' }, 'config-open-http'],
    ['plain http under a public name', { BASE_URL: 'http://thidua.gov.vn' }, 'config-open-http'],
    ['plain http on the network by its address', { HOST: '10.0.0.5', BASE_URL: 'http://10.0.0.5' }, 'config-open-http'],
    ['https here but an http address', { ...tls, BASE_URL: 'http://localhost:3000' }, 'config-tls-but-http'],
    ['a network host of unknown name', { ...tls, HOST: '0.0.0.0' }, 'config-missing-companion'],
  ])('refuse %s', (_, environment: Record<string, string>, code) => {
    expect(read(environment)).toMatchObject({ ok: false, refusal: { code } })
  })

  it.each([
    ['loopback by name', { BASE_URL: 'http://localhost:8080' }],
    ['loopback by number', { HOST: '::1', BASE_URL: 'http://[::1]:3000' }],
    ['https here, open to the network', { ...tls, HOST: '0.0.0.0', BASE_URL: 'https://thidua.gov.vn' }],
    ['https at a proxy on this machine', { BASE_URL: 'https://thidua.gov.vn' }],
    ['https at a proxy elsewhere', { HOST: '0.0.0.0', BASE_URL: 'https://thidua.gov.vn' }],
  ])('allow %s', (_, environment: Record<string, string>) => {
    expect(read(environment).ok).toBe(true)
  })

  it('never repeat a password in a refusal', () => {
    const result = read({ ...database, DATABASE_URL: 'postgresql://a:bi-mat@' })
    expect(JSON.stringify(result)).not.toContain('bi-mat')
  })

  it('trust a proxy’s word only when https ends at a proxy', () => {
    expect(trustedProxiesOf(settled({}))).toEqual([])
    expect(trustedProxiesOf(settled({ ...tls, BASE_URL: 'https://thidua.gov.vn' }))).toEqual([])
    expect(trustedProxiesOf(settled({ BASE_URL: 'https://thidua.gov.vn' }))).toEqual(['loopback'])
  })
})
