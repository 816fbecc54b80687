import type { Who } from '../../kernel/actor.ts'
import type { Result } from '../../kernel/result.ts'
import { CAPACITY_HEADER } from '../contract/capacity-header.ts'
import type { Tx, UnitOfWork, WorkOptions } from '../database/unit-of-work.ts'
import type { RequestContext } from './context.ts'
import { answer } from './refusal-reply.ts'

/** Who asks, in the capacity he chose, as far as the request can tell; the unit of work finds out who that is today. */
export function whoAsks(context: RequestContext): Who {
  if (!context.account) return { kind: 'public' }
  const actingIn = context.headers.get(CAPACITY_HEADER) ?? undefined
  return { kind: 'person', accountId: context.account.accountId, ...(actingIn ? { actingIn } : {}) }
}

type Call<Input> = { input: Input; context: RequestContext }
type Act<Input, Output> = (tx: Tx, input: Input) => Promise<Result<Output>>

/**
 * Makes oRPC handlers of use cases: one unit of work each, its refusal thrown in the one form that becomes HTTP.
 * `read` runs in a read-only snapshot, `write` in a transaction that is all or nothing.
 */
export function handlersFor(work: UnitOfWork) {
  return {
    read:
      <Input, Output>(act: Act<Input, Output>, options?: WorkOptions) =>
      async ({ input, context }: Call<Input>): Promise<Output> =>
        answer(await work.read(whoAsks(context), (tx) => act(tx, input), { ...options, requestId: context.requestId })),
    write:
      <Input, Output>(act: Act<Input, Output>, options?: WorkOptions) =>
      async ({ input, context }: Call<Input>): Promise<Output> =>
        answer(
          await work.write(whoAsks(context), (tx) => act(tx, input), { ...options, requestId: context.requestId }),
        ),
  }
}
