import type { MorePaths } from '../http/openapi.ts'
import { refusalResponse } from '../http/refusal-description.ts'

const TAG = 'Tệp'

/** How the file routes stand in the description of the interface; they stream, so no operation's contract holds them. */
export const FILE_PATHS: MorePaths = {
  '/files': {
    post: {
      operationId: 'files.upload',
      summary: 'Gửi một tệp lên (nội dung tệp là thân yêu cầu)',
      tags: [TAG],
      parameters: [{ name: 'name', in: 'query', required: true, schema: { type: 'string', maxLength: 1000 } }],
      requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } },
      responses: {
        '201': {
          description: 'Kết quả',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['id', 'name', 'size', 'mediaType'],
                properties: {
                  id: { type: 'string' },
                  name: { type: 'string' },
                  size: { type: 'integer' },
                  mediaType: { type: 'string' },
                },
              },
            },
          },
        },
        '401': refusalResponse(['not-signed-in']),
        '413': refusalResponse(['file-too-large']),
        '415': refusalResponse(['file-kind-not-taken']),
        '422': refusalResponse(['file-empty', 'file-broken', 'file-encrypted', 'file-unpacks-too-large']),
      },
    },
  },
  '/files/{id}': {
    get: {
      operationId: 'files.download',
      summary: 'Nhận lại một tệp',
      tags: [TAG],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'download', in: 'query', required: false, schema: { type: 'string' } },
      ],
      responses: {
        '200': { description: 'Kết quả', content: { 'application/octet-stream': { schema: {} } } },
        '404': refusalResponse(['not-found']),
      },
    },
  },
}
