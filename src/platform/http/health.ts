import type { FastifyInstance } from 'fastify'

/** One thing that must hold before the server may be sent work; `check` throws or says what is missing. */
export type ReadinessCheck = { readonly name: string; readonly check: () => Promise<string | undefined> }

async function problemOf({ check }: ReadinessCheck): Promise<string | undefined> {
  try {
    return await check()
  } catch (fault) {
    return fault instanceof Error ? fault.message : String(fault)
  }
}

/** `/health/live`: the process answers. `/health/ready`: it can do its work; what is missing is only logged. */
export function mountHealth(app: FastifyInstance, checks: readonly ReadinessCheck[]): void {
  app.get('/health/live', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'live' }))
  app.get('/health/ready', async (request, reply) => {
    const found = await Promise.all(checks.map(async (one) => ({ name: one.name, problem: await problemOf(one) })))
    const ready = found.every((one) => one.problem === undefined)
    for (const one of found) if (one.problem) request.log.warn({ check: one.name, problem: one.problem }, 'not ready')
    return reply
      .status(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send({
        status: ready ? 'ready' : 'not-ready',
        checks: Object.fromEntries(found.map((one) => [one.name, one.problem === undefined])),
      })
  })
}
