import { implement } from '@orpc/server'
import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext, SignedIn } from '../../platform/http/context.ts'
import { answer } from '../../platform/http/refusal-reply.ts'
import { handlersFor, whoAsks } from '../../platform/http/use-cases.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { accountsContract } from '../contract.ts'
import { disableAccount, enableAccount, readAccountOf, recordPasswordSet } from './change-account.ts'
import { createAccount, type LetIn } from './create-account.ts'
import { type Demo, moveClock, whyNoDemo } from './demo.ts'
import { addGrant, endGrant } from './grants.ts'
import { readState } from './read-state.ts'
import { type SetUp, setUpOrganisation } from './set-up.ts'

export { createAccount } from './create-account.ts'
export { type CastMember, type Demo, findInstallation, moveClock } from './demo.ts'
export { addGrant } from './grants.ts'
export { recordSignIns } from './record-sign-in.ts'
export { createSetUp, type SetUp, setUpOrganisation } from './set-up.ts'

export type AccountsDeps = { work: UnitOfWork; signIn: SignIn; setUp: SetUp; demo?: Demo }

const DONE = { done: true } as const

/**
 * The operations of accounts. Where the door (sign-in) and the house (the account's row, its record) both change, the door is last inside
 * the house's transaction: what the house refuses never reaches the door, what the door refuses undoes the house. A crash between
 * the two leaves at most a sign-in without an account, which opens nothing and gives way to the next try.
 */
export function accountsRouter({ work, signIn, setUp, demo }: AccountsDeps) {
  const os = implement(accountsContract).$context<RequestContext>()
  const { read, write } = handlersFor(work)

  async function enter(context: RequestContext, name: string, password: string): Promise<typeof DONE> {
    const userAgent = context.headers.get('user-agent') ?? undefined
    const opened = answer(await signIn.signIn({ name, password, clientIp: context.clientIp, userAgent }))
    setCookies(context, opened.setCookies)
    return DONE
  }

  /** The names are the house's to give: a sign-in that holds them without an account broke off half-way and gives way. */
  async function letIn(account: Parameters<LetIn>[0], password: string, under = ''): Promise<Result<void>> {
    const { id, signInName: userName, personName: name, email } = account
    const entered = await signIn.createUserAfresh({ id, userName, name, email: email ?? undefined, password })
    return entered.ok ? entered : renamed(entered.refusal, { userName: 'signInName' }, under)
  }

  return os.router({
    state: os.state.handler(async ({ context }) => answer(await readState(work, whoAsks(context)))),

    checkSetUpCode: os.checkSetUpCode.handler(async ({ input }) => {
      answer(await setUp.check(input.code))
      return DONE
    }),
    setUp: os.setUp.handler(async ({ input, context }) => {
      answer(await setUp.check(input.code))
      const { password, ...administrator } = input.administrator
      const made = await work.write({ kind: 'set-up' }, async (tx) => {
        const organised = await setUpOrganisation(tx, { organisation: input.organisation, administrator })
        if (!organised.ok) return organised
        const { accountId: id } = organised.value
        return letIn({ id, ...administrator, personName: administrator.name }, password, 'administrator.')
      })
      answer(made)
      setUp.forget()
      return enter(context, administrator.signInName, password)
    }),

    signIn: os.signIn.handler(({ input, context }) => enter(context, input.name, input.password)),
    signOut: os.signOut.handler(async ({ context }) => {
      setCookies(context, await signIn.signOut(context.headers, context.clientIp))
      return DONE
    }),
    signOutEverywhere: os.signOutEverywhere.handler(async ({ context }) => {
      const { accountId } = signedIn(context)
      const ended = await work.write(
        whoAsks(context),
        async (tx) => {
          await record(tx, 'session.signed-out-everywhere', { kind: 'session', id: null, name: nameOf(tx.actor) })
          await signIn.signOutEverywhere(accountId)
          return ok(undefined)
        },
        { withoutPost: true },
      )
      answer(ended)
      setCookies(context, await signIn.signOut(context.headers, context.clientIp))
      return DONE
    }),
    changePassword: os.changePassword.handler(async ({ input, context }) => {
      const { accountId, sessionId } = signedIn(context)
      const changed = await work.write(
        whoAsks(context),
        async (tx) => {
          await record(tx, 'password.changed', { kind: 'account', id: accountId, name: nameOf(tx.actor) })
          return signIn.changePassword({ accountId, sessionId, ...input })
        },
        { withoutPost: true },
      )
      answer(changed)
      return DONE
    }),

    ofPerson: os.ofPerson.handler(read(readAccountOf)),
    create: os.create.handler(async ({ input: { password, ...account }, context }) => {
      const made = await work.write(whoAsks(context), (tx) =>
        createAccount(tx, account, (opened) => letIn(opened, password)),
      )
      return answer(made)
    }),
    setPassword: os.setPassword.handler(async ({ input, context }) => {
      const set = await work.write(whoAsks(context), async (tx) => {
        const recorded = await recordPasswordSet(tx, input)
        return recorded.ok ? signIn.setPassword(input.id, input.password) : recorded
      })
      answer(set.ok ? set : renamed(set.refusal, { next: 'password' }))
      return DONE
    }),
    disable: os.disable.handler(
      write(async (tx, input) => {
        const disabled = await disableAccount(tx, input)
        if (disabled.ok) await signIn.disable(input.id)
        return disabled
      }),
    ),
    enable: os.enable.handler(
      write(async (tx, input) => {
        const enabled = await enableAccount(tx, input)
        if (enabled.ok) await signIn.enable(input.id)
        return enabled
      }),
    ),
    grant: os.grant.handler(write(addGrant)),
    endGrant: os.endGrant.handler(write(endGrant)),

    cast: os.cast.handler(async () => ({ cast: [...answer(await whyNoDemo(work, demo)).cast] })),
    signInAs: os.signInAs.handler(async ({ input, context }) => {
      const { cast, password } = answer(await whyNoDemo(work, demo))
      const member = cast.find((one) => one.signInName === input.signInName)
      return member ? enter(context, member.signInName, password) : answer(refuse('not-found'))
    }),
    moveClock: os.moveClock.handler(async ({ input, context }) => {
      const { clock } = answer(await whyNoDemo(work, demo))
      const to = new Date(input.to)
      const moved = answer(await work.write(whoAsks(context), (tx) => moveClock(tx, to, clock)))
      clock.move(to)
      return moved
    }),
  })
}

function setCookies(context: RequestContext, cookies: readonly string[]): void {
  for (const cookie of cookies) context.responseHeaders.append('set-cookie', cookie)
}

/** The contract lets nobody come here who is not signed in. */
function signedIn(context: RequestContext): SignedIn {
  return context.account ?? answer(refuse('not-signed-in'))
}

function nameOf(actor: { kind: string; name?: string }): string {
  return actor.name ?? ''
}

/** The door's own names for its fields, in those of the form that was filled in. */
function renamed(refused: Refusal, names: Readonly<Record<string, string>>, under = ''): Result<never> {
  const field = refused.field === undefined ? undefined : `${under}${names[refused.field] ?? refused.field}`
  return { ok: false, refusal: { ...refused, field } }
}
