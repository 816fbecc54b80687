import { implement } from '@orpc/server'
import { refuse } from '../../kernel/result.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { RequestContext, SignedIn } from '../../platform/http/context.ts'
import { answer } from '../../platform/http/refusal-reply.ts'
import type { SignIn } from '../../platform/sign-in/sign-in.ts'
import { accountsContract } from '../contract.ts'
import type { Demo } from './demo.ts'
import type { SetUp } from './set-up.ts'

export type AccountsDeps = {
  work: UnitOfWork
  signIn: SignIn
  setUp: SetUp
  demo?: Demo
  /** A mail server is set up: links go by mail, and whoever forgot his password can ask for one himself. */
  mailsGoOut?: boolean
}

export const DONE = { done: true } as const

export function implementAccounts() {
  return implement(accountsContract).$context<RequestContext>()
}
export type Implementing = ReturnType<typeof implementAccounts>

/** The contract lets nobody come here who is not signed in. */
export function signedIn(context: RequestContext): SignedIn {
  return context.account ?? answer(refuse('not-signed-in'))
}
