import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { totp } from '../../../test/totp.ts'
import { must } from '../../../test/world.ts'
import { newId } from '../../kernel/ids.ts'
import { openPools, type Pools } from '../database/pools.ts'
import { createSignIn, type SignInOptions } from './sign-in.ts'

const PASSWORD = 'mot-mat-khau-dai-2022'
const FIRST = 'the first secret of more than thirty-two letters'
const SECOND = 'the second secret of more than thirty-two letters'
const THIRD = 'the third secret of more than thirty-two letters'

let database: FreshDatabase
let pools: Pools
beforeAll(async () => {
  database = await freshDatabase()
  pools = openPools(database)
})
afterAll(async () => {
  await pools.close()
  await database.close()
})

const withSecrets = (secrets: Pick<SignInOptions, 'secret' | 'secrets' | 'firstSecret'>) =>
  createSignIn({ pool: pools.signIn, baseUrl: new URL('http://localhost:3000'), ...secrets })
const cookiesOf = (setCookies: string[]) => setCookies.map((one) => one.split(';', 1)[0]).join('; ')

it('after a new secret of sessions everybody signs in anew, with the second factor he had; recovery codes too', async () => {
  const before = withSecrets({ secret: FIRST, secrets: [], firstSecret: FIRST })
  const accountId = newId()
  await must(before.createUser({ id: accountId, userName: 'hoa', name: 'Lê Thị Hoa', password: PASSWORD }))
  const entered = await must(before.signIn({ name: 'hoa', password: PASSWORD, clientIp: '10.0.0.7' }))
  const cookies = cookiesOf(entered.setCookies)
  const caller = { clientIp: '10.0.0.7', cookies }
  const { secret } = await must(before.secondFactor.begin({ accountId, caller, password: PASSWORD }))
  const { recoveryCodes, setCookies } = await must(
    before.secondFactor.confirm({ accountId, caller, code: totp(secret, -1) }),
  )
  const inside = new Headers({ cookie: cookiesOf(setCookies) })
  expect(await before.whoIs(inside)).toMatchObject({ accountId })

  const second = { version: 1, value: SECOND }
  const after = withSecrets({ secret: SECOND, secrets: [second], firstSecret: FIRST })
  expect(await after.whoIs(inside)).toBeUndefined()
  const half = await must(after.signIn({ name: 'hoa', password: PASSWORD, clientIp: '10.0.0.7' }))
  expect(half.next).toBe('second-step')
  const step = { clientIp: '10.0.0.7', cookies: cookiesOf(half.setCookies) }
  expect(await must(after.takeSecondStep(step, totp(secret)))).toMatchObject({ accountId })

  const last = withSecrets({ secret: THIRD, secrets: [{ version: 2, value: THIRD }, second], firstSecret: FIRST })
  const again = await must(last.signIn({ name: 'hoa', password: PASSWORD, clientIp: '10.0.0.7' }))
  const other = { clientIp: '10.0.0.7', cookies: cookiesOf(again.setCookies) }
  expect(await must(last.takeSecondStep(other, recoveryCodes[0] ?? ''))).toMatchObject({ accountId })
})
