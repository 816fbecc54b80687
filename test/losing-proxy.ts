import { once } from 'node:events'
import { type AddressInfo, createServer, type Socket, connect as tcpConnect } from 'node:net'

/**
 * A wire to a database that breaks at the worst moment: what is said goes through, until a statement that holds `text` has been done; its
 * answer is never heard. Gives the address that leads through it.
 */
export async function losingAnswerTo(url: string, text: string): Promise<{ url: string; close: () => void }> {
  const target = new URL(url)
  const open = new Set<Socket>()
  const server = createServer((near) => {
    const far = tcpConnect(Number(target.port), target.hostname)
    let lost = false
    for (const socket of [near, far]) {
      open.add(socket)
      socket.on('error', () => {})
      socket.once('close', () => [near, far].map((one) => one.destroy()))
    }
    near.on('data', (said: Buffer) => {
      // As the simple query that it is: its letter, its length, its words.
      lost ||= said.toString('latin1').toLowerCase().includes(`${text}\0`)
      far.write(said)
    })
    far.on('data', (answer: Buffer) => {
      if (lost) near.destroy()
      else near.write(answer)
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const through = new URL(url)
  through.port = String((server.address() as AddressInfo).port)
  const close = () => {
    server.close()
    for (const socket of open) socket.destroy()
  }
  return { url: through.href, close }
}
