import { newId } from '../kernel/ids.ts'
import { ok, refuse } from '../kernel/result.ts'
import type { UnitOfWork } from '../platform/database/unit-of-work.ts'
import type { ContentStore } from '../platform/files/content-store.ts'
import type { FileRoutesOptions } from '../platform/files/file-routes.ts'
import { findFiles, registerFile } from '../platform/files/file-rows.ts'
import { whoAsks } from '../platform/http/use-cases.ts'

/** Who may bring a file (everybody with a post), and who may see one: the second wall decides by what the file hangs on. */
export function fileAccess(work: UnitOfWork, store: ContentStore): Omit<FileRoutesOptions, 'contextOf'> {
  return {
    store,
    mayUpload: async (context) =>
      context.account ? work.read(whoAsks(context), async () => ok(undefined)) : refuse('not-signed-in'),
    register: (context, file) => work.write(whoAsks(context), (tx) => registerFile(tx, { id: newId(), ...file })),
    mayRead: (context, id) =>
      work.read(whoAsks(context), async (tx) => {
        const [file] = await findFiles(tx, [id])
        return file ? ok(file) : refuse('not-found')
      }),
  }
}
