import type { MorePaths } from '../http/openapi.ts'
import { refusalResponse } from '../http/refusal-description.ts'
import type { ListExport } from './list-export.ts'

/** How the exports stand in the description of the interface; they stream, so no operation's contract holds them. */
export function exportPaths(lists: readonly ListExport[]): MorePaths {
  return Object.fromEntries(
    lists.map(({ name, title }) => [
      `/export/${name}.xlsx`,
      {
        get: {
          operationId: `exports.${name}`,
          summary: `Xuất ${title} (.xlsx), cùng điều kiện lọc với danh sách`,
          tags: ['Xuất danh sách'],
          responses: {
            '200': { description: 'Kết quả', content: { 'application/octet-stream': { schema: {} } } },
            '401': refusalResponse(['not-signed-in']),
            '403': refusalResponse(['not-yours-to-see']),
            '404': refusalResponse(['not-found']),
            '422': refusalResponse(['invalid-input', 'export-too-many-rows']),
          },
        },
      },
    ]),
  )
}
