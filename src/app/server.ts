import type { FastifyInstance } from 'fastify'
import { exportPaths } from '../platform/export/export-paths.ts'
import { type ExportRoutesOptions, mountExports } from '../platform/export/export-routes.ts'
import { FILE_PATHS } from '../platform/files/file-paths.ts'
import { type FileRoutesOptions, mountFiles } from '../platform/files/file-routes.ts'
import { createHttp, type HttpOptions } from '../platform/http/create-http.ts'
import { type ApiDescription, mountApiDescription } from '../platform/http/openapi.ts'
import { mountOperations, type OperationsOptions, requestContext } from '../platform/http/operations.ts'
import { mountScreens } from '../platform/http/screens.ts'

export type ServerOptions = {
  readonly http: HttpOptions
  readonly operations: OperationsOptions
  /** The description of the interface at `/api/openapi.json` and `/api/docs`. */
  readonly api?: Pick<ApiDescription, 'title' | 'version'>
  /** Who the person is comes from `operations.whoIs`. */
  readonly files?: Omit<FileRoutesOptions, 'contextOf'>
  /** The lists that can be taken away as sheets. */
  readonly exports?: Omit<ExportRoutesOptions, 'contextOf'>
  /** Pages made on the server: the public portal. */
  readonly pages?: (app: FastifyInstance) => void | Promise<void>
  /** The folder of the built screens. */
  readonly screens?: string
}

/** The whole server, put together from what it is given; nothing listens yet. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { operations, files, exports } = options
  const app = await createHttp(options.http)
  await mountOperations(app, operations)
  if (files) {
    await mountFiles(app, {
      ...files,
      contextOf: (request, reading) => requestContext(request, operations.whoIs, reading),
    })
  }
  if (exports) {
    await mountExports(app, { ...exports, contextOf: (request) => requestContext(request, operations.whoIs, true) })
  }
  if (options.api) {
    const morePaths = { ...(files ? FILE_PATHS : {}), ...(exports ? exportPaths(exports.lists) : {}) }
    mountApiDescription(app, operations.router, { ...options.api, morePaths })
  }
  await options.pages?.(app)
  if (options.screens) await mountScreens(app, options.screens)
  return app
}
