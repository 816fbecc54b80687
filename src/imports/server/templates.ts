import type { FastifyInstance } from 'fastify'
import { templateFor, XLSX_MEDIA_TYPE } from '../../typeset/index.ts'
import { findKind, type ImportKinds } from './load-import.ts'

/**
 * `GET /api/imports/templates/people.xlsx`: the empty sheet of a kind, with guidance. It says what columns there are and nothing of
 * anybody, so it is for everybody.
 */
export function mountTemplates(app: FastifyInstance, kinds: ImportKinds): void {
  app.get<{ Params: { name: string } }>('/api/imports/templates/:name', async (request, reply) => {
    const kind = findKind(kinds, request.params.name.replace(/\.xlsx$/, ''))
    if (!kind) return reply.callNotFound()
    return reply
      .type(XLSX_MEDIA_TYPE)
      .header('content-disposition', `attachment; filename="mau-nhap-${kind.name}.xlsx"`)
      .send(
        templateFor(
          kind.words.title,
          kind.columns.filter((column) => !column.hidden),
        ).bytes,
      )
  })
}
