import { createServer } from 'node:net'

/** A port of this machine that nobody listens on now. Another program may still take it first: be ready to ask again. */
export function findFreePort(host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('no port given'))
      })
    })
  })
}
