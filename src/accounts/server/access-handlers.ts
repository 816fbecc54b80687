import { answer } from '../../platform/http/refusal-reply.ts'
import { handlersFor, whoAsks } from '../../platform/http/use-cases.ts'
import { inTheSameTime } from './arrive.ts'
import { DOOR, OWN_ACCOUNT } from './at-the-door.ts'
import { endSessionsOf } from './change-account.ts'
import { issueAccess, issueSecondFactorRemoval } from './issue-access.ts'
import { dismissNotices } from './notices.ts'
import { type AccountsDeps, DONE, type Implementing, signedIn } from './router-parts.ts'
import { endOtherSessions, endSession, listSessions } from './sessions.ts'
import { askReset, choosePassword, readAccess } from './use-access.ts'

/** One-time access, sessions, and what an account is told. */
export function accessHandlers(os: Implementing, { work, signIn, mailsGoOut = false }: AccountsDeps) {
  const { write } = handlersFor(work)
  const door = { signIn, mailsGoOut }

  return {
    issueAccess: os.issueAccess.handler(write(issueAccess(door))),
    issueSecondFactorRemoval: os.issueSecondFactorRemoval.handler(write(issueSecondFactorRemoval(door))),
    readAccess: os.readAccess.handler(async ({ input }) => answer(await readAccess(signIn, input.code))),
    useAccess: os.useAccess.handler(async ({ input, context: { requestId } }) =>
      answer(await work.write(DOOR, (tx) => choosePassword(signIn)(tx, input), { requestId })),
    ),
    askReset: os.askReset.handler(async ({ input, context }) => {
      await inTheSameTime(context, async () => {
        const accountId = await signIn.accountOf(input.name)
        if (accountId === undefined) return
        answer(await work.write(DOOR, (tx) => askReset(door)(tx, { accountId }), { requestId: context.requestId }))
      })
      return DONE
    }),

    sessions: os.sessions.handler(async ({ context }) => {
      const { accountId, sessionId } = signedIn(context)
      return { sessions: await listSessions(signIn, accountId, sessionId) }
    }),
    endSession: os.endSession.handler(async ({ input, context }) => {
      const asked = { accountId: signedIn(context).accountId, id: input.id }
      return answer(await work.write(whoAsks(context), (tx) => endSession(signIn)(tx, asked), OWN_ACCOUNT))
    }),
    endOtherSessions: os.endOtherSessions.handler(async ({ context }) => {
      const { accountId, sessionId: keepId } = signedIn(context)
      const others = endOtherSessions(signIn)
      return answer(await work.write(whoAsks(context), (tx) => others(tx, { accountId, keepId }), OWN_ACCOUNT))
    }),
    endSessionsOf: os.endSessionsOf.handler(async ({ input, context }) => {
      const ended = await work.write(whoAsks(context), async (tx) => {
        const recorded = await endSessionsOf(tx, input)
        if (!recorded.ok) return recorded
        return { ok: true, value: { ended: await signIn.sessions.endAll(input.id) } }
      })
      return answer(ended)
    }),
    dismissNotices: os.dismissNotices.handler(write(dismissNotices)),
  }
}
