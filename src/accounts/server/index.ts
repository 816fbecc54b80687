import { ok, type Refusal, type Result, refuse } from '../../kernel/result.ts'
import { record } from '../../mechanisms/record/server/index.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { answer } from '../../platform/http/refusal-reply.ts'
import { handlersFor, whoAsks } from '../../platform/http/use-cases.ts'
import { accessHandlers } from './access-handlers.ts'
import { arrive, callerOf, setCookies } from './arrive.ts'
import { OWN_ACCOUNT } from './at-the-door.ts'
import { disableAccount, enableAccount, readAccountOf } from './change-account.ts'
import { changeGrant } from './change-grant.ts'
import { createAccount } from './create-account.ts'
import { beginHourly, moveClock, whyNoDemo } from './demo.ts'
import { doorAct, told, writeDown } from './door-acts.ts'
import { addGrant } from './grants.ts'
import { issue } from './issue-access.ts'
import { readState } from './read-state.ts'
import { type AccountsDeps, DONE, implementAccounts, signedIn } from './router-parts.ts'
import { secondFactorHandlers } from './second-factor-handlers.ts'
import { setUpOrganisation } from './set-up.ts'

export { mayEnter } from './at-the-door.ts'
export { createAccount } from './create-account.ts'
export { type CastMember, type Demo, findInstallation, moveClock } from './demo.ts'
export { writeDownDoorActs } from './door-acts.ts'
export { addGrant } from './grants.ts'
export { issueFromTerminal } from './issue-access.ts'
export { recordSignIns } from './record-sign-in.ts'
export type { AccountsDeps } from './router-parts.ts'
export { endSessionsWithoutPost } from './sessions.ts'
export { createSetUp, type SetUp, setUpOrganisation } from './set-up.ts'

/**
 * The operations of accounts. Where the door (sign-in) and the house (the account's row, its record) both change, the door is last inside
 * the house's transaction: what the house refuses never reaches the door, what the door refuses undoes the house. A crash between
 * the two leaves a sign-in without an account, which opens nothing and gives way to the next try, or an act of its owner that the door
 * has kept for the house to write down (`door-acts.ts`).
 */
export function accountsRouter(deps: AccountsDeps) {
  const { work, signIn, setUp, demo, mailsGoOut = false } = deps
  const os = implementAccounts()
  const { read, write } = handlersFor(work)

  async function enter(context: RequestContext, name: string, password: string, { sample = false } = {}) {
    const entered = answer(await signIn.signIn({ name, password, ...callerOf(context) }))
    // Whoever tries the sample world comes from anywhere, and needs no warning of himself.
    if (entered.next === 'inside' && !sample) await arrive({ work, signIn }, context, entered)
    else setCookies(context, entered.setCookies)
    return { next: entered.next }
  }

  /** The names are the house's to give: a sign-in that holds them without an account broke off half-way and gives way. */
  async function letIn(
    account: { id: string; signInName: string; personName: string; email: string | null },
    { password, under = '' }: { password?: string; under?: string } = {},
  ): Promise<Result<void>> {
    const { id, signInName: userName, personName: name, email } = account
    const user = {
      id,
      userName,
      name,
      ...(email === null ? {} : { email }),
      ...(password === undefined ? {} : { password }),
    }
    const entered = await signIn.createUserAfresh(user)
    return entered.ok ? entered : renamed(entered.refusal, { userName: 'signInName' }, under)
  }

  return os.router({
    ...accessHandlers(os, deps),
    ...secondFactorHandlers(os, deps),
    state: os.state.handler(async ({ context }) => {
      const sessionId = context.account?.sessionId
      return answer(await readState(work, whoAsks(context), { sessionId, mailsGoOut }))
    }),

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
        const account = { id, ...administrator, personName: administrator.name }
        return letIn(account, { password, under: 'administrator.' })
      })
      answer(made)
      setUp.forget()
      await enter(context, administrator.signInName, password)
      return DONE
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
        OWN_ACCOUNT,
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
          const act = doorAct(tx, 'password.changed')
          await writeDown(tx, { id: accountId, name: nameOf(tx.actor) }, act)
          return signIn.changePassword({ accountId, sessionId, ...input, act: told(act) })
        },
        OWN_ACCOUNT,
      )
      answer(changed)
      return DONE
    }),

    ofPerson: os.ofPerson.handler(read(readAccountOf)),
    create: os.create.handler(async ({ input: { way, ...account }, context }) => {
      const made = await work.write(whoAsks(context), (tx) =>
        createAccount(tx, account, {
          letIn: async (opened) => {
            const entered = await letIn(opened)
            return entered.ok ? await issue(tx, { signIn, mailsGoOut }, opened, 'invitation', way) : entered
          },
        }),
      )
      const { account: shape, entry } = answer(made)
      return { account: shape, access: entry?.access ?? null }
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
    changeGrant: os.changeGrant.handler(write(changeGrant)),

    cast: os.cast.handler(async () => ({ cast: [...answer(await whyNoDemo(work, demo)).cast] })),
    signInAs: os.signInAs.handler(async ({ input, context }) => {
      const { cast, password } = answer(await whyNoDemo(work, demo))
      const member = cast.find((one) => one.signInName === input.signInName)
      if (!member) return answer(refuse('not-found'))
      await enter(context, member.signInName, password, { sample: true })
      return DONE
    }),
    moveClock: os.moveClock.handler(async ({ input, context }) => {
      const sample = answer(await whyNoDemo(work, demo))
      const { clock } = sample
      const to = new Date(input.to)
      const moved = answer(await work.write(whoAsks(context), (tx) => moveClock(tx, to, clock)))
      clock.move(to)
      answer(await work.write(whoAsks(context), (tx) => beginHourly(tx, sample)))
      return moved
    }),
  })
}

function nameOf(actor: { kind: string; name?: string }): string {
  return actor.name ?? ''
}

/** The door's own names for its fields, in those of the form that was filled in. */
function renamed(refused: Refusal, names: Readonly<Record<string, string>>, under = ''): Result<never> {
  const field = refused.field === undefined ? undefined : `${under}${names[refused.field] ?? refused.field}`
  return { ok: false, refusal: { ...refused, field } }
}
