import { refuse } from '../../kernel/result.ts'
import type { WorkOptions } from '../../platform/database/unit-of-work.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { answer } from '../../platform/http/refusal-reply.ts'
import { handlersFor, whoAsks } from '../../platform/http/use-cases.ts'
import { readSecondCode } from '../../platform/sign-in/codes.ts'
import { arrive, callerOf, sessionOf, setCookies } from './arrive.ts'
import { DOOR, OWN_ACCOUNT } from './at-the-door.ts'
import { followSession } from './notices.ts'
import { type AccountsDeps, DONE, type Implementing, signedIn } from './router-parts.ts'
import { secondFactorActs } from './second-factor.ts'
import { readSignInRules, setSignInRules } from './sign-in-rules.ts'
import { dropSecondFactor } from './use-access.ts'

/** The second factor: at the door, on one's own page, and the rule of who must have one. */
export function secondFactorHandlers(os: Implementing, { work, signIn }: AccountsDeps) {
  const { read, write } = handlersFor(work)
  const acts = (context: RequestContext) => secondFactorActs({ signIn, caller: callerOf(context) })
  const own = (context: RequestContext): WorkOptions => ({ ...OWN_ACCOUNT, requestId: context.requestId })

  /** With the first code the library begins another session. */
  async function goOnIn(context: RequestContext, cookies: readonly string[]): Promise<void> {
    const [before, after] = [signedIn(context).sessionId, await sessionOf(signIn, cookies)]
    if (after) answer(await work.write(whoAsks(context), (tx) => followSession(tx, before, after), own(context)))
  }

  return {
    secondStep: os.secondStep.handler(async ({ input, context }) => {
      if (readSecondCode(input.code).kind === 'handed') {
        const accountId = await signIn.whoIsHalfIn(context.headers)
        if (accountId === undefined) return answer(refuse('second-step-expired'))
        const { clientIp, requestId } = context
        const asked = { accountId, code: input.code, clientIp }
        answer(await work.write(DOOR, (tx) => dropSecondFactor(signIn)(tx, asked), { requestId }))
        return { next: 'sign-in' as const, recoveryCodesLeft: null }
      }
      const taken = answer(await signIn.takeSecondStep(callerOf(context), input.code))
      await arrive({ work, signIn }, context, taken)
      return { next: 'inside' as const, recoveryCodesLeft: taken.recoveryCodesLeft ?? null }
    }),
    secondFactor: os.secondFactor.handler(async ({ context }) =>
      answer(await work.read(whoAsks(context), (tx) => acts(context).read(tx), own(context))),
    ),
    beginSecondFactor: os.beginSecondFactor.handler(async ({ input, context }) =>
      answer(await work.write(whoAsks(context), (tx) => acts(context).begin(tx, input), own(context))),
    ),
    confirmSecondFactor: os.confirmSecondFactor.handler(async ({ input, context }) => {
      const confirmed = answer(
        await work.write(whoAsks(context), (tx) => acts(context).confirm(tx, input), own(context)),
      )
      setCookies(context, confirmed.setCookies)
      await goOnIn(context, confirmed.setCookies).catch((fault: unknown) =>
        // The recovery codes below are shown once: nothing that may be missing here is worth losing them for.
        context.log.error({ err: fault }, 'the notices of a session stayed behind'),
      )
      return { recoveryCodes: confirmed.recoveryCodes }
    }),
    renewRecoveryCodes: os.renewRecoveryCodes.handler(async ({ input, context }) =>
      answer(await work.write(whoAsks(context), (tx) => acts(context).renewRecoveryCodes(tx, input), own(context))),
    ),
    turnOffSecondFactor: os.turnOffSecondFactor.handler(async ({ input, context }) => {
      answer(await work.write(whoAsks(context), (tx) => acts(context).turnOff(tx, input), own(context)))
      return DONE
    }),
    signInRules: os.signInRules.handler(read(readSignInRules)),
    setSignInRules: os.setSignInRules.handler(write(setSignInRules)),
  }
}
