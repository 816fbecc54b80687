import { readFileText } from '../../intake/index.ts'
import type { Who } from '../../kernel/actor.ts'
import { ok, type Result } from '../../kernel/result.ts'
import type { UnitOfWork } from '../../platform/database/unit-of-work.ts'
import type { ContentStore } from '../../platform/files/content-store.ts'
import type { RequestContext } from '../../platform/http/context.ts'
import { answer } from '../../platform/http/refusal-reply.ts'
import { whoAsks } from '../../platform/http/use-cases.ts'
import type { Door } from '../domain/states.ts'
import { type Created, createCampaign, fileForCampaign } from './create-campaign.ts'

type Input = { id: string; fileId: string; door: Door }

/**
 * Reads the uploaded file and makes the campaign of it. The reading can take seconds, so it stands between two units of work: asking
 * first, writing last; nothing is written of a file that cannot be read.
 */
export function createFromFile({ work, store }: { work: UnitOfWork; store: ContentStore }) {
  return async ({ input, context }: { input: Input; context: RequestContext }): Promise<Created> =>
    answer(await createFromStored(work, store, whoAsks(context), input))
}

/** As `createFromFile`, for a file whose row and bytes are there already. */
export async function createFromStored(
  work: UnitOfWork,
  store: ContentStore,
  who: Who,
  input: Input,
): Promise<Result<Created>> {
  const file = await work.read(who, (tx) => fileForCampaign(tx, input))
  if (!file.ok) return file
  const bytes = await bytesOf(store, file.value.sha256)
  const text = await readFileText({ bytes, name: file.value.name })
  if (!text.ok) return text
  const created = await work.write(who, (tx) =>
    createCampaign(tx, { ...input, text: text.value.text, textFrom: 'file' }),
  )
  return created.ok ? ok(created.value) : created
}

async function bytesOf(store: ContentStore, sha256: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of await store.open(sha256)) chunks.push(chunk as Uint8Array)
  return Buffer.concat(chunks)
}
