import { createServer, type Socket } from 'node:net'
import { findFreePort } from '../src/platform/process/free-port.ts'

export type TakenMail = { readonly to: string; readonly raw: string }

export type SmtpServer = {
  readonly url: string
  /** What it has taken, in that order. */
  readonly mails: TakenMail[]
  /** What is answered to an addressee: nothing is welcome. */
  answerTo: (address: string) => string | undefined
  /** How often somebody signed in with the right password. */
  readonly logins: () => number
  readonly close: () => Promise<void>
}

/** A mail server that speaks as much SMTP as a mailer needs (RFC 5321, AUTH PLAIN of RFC 4954), in the test's own process. */
export async function startSmtpServer(): Promise<SmtpServer> {
  const mails: TakenMail[] = []
  const sockets = new Set<Socket>()
  let logins = 0
  const server: SmtpServer = {
    url: '',
    mails,
    answerTo: () => undefined,
    logins: () => logins,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        listener.close(() => resolve())
      }),
  }

  const listener = createServer((socket) => {
    sockets.add(socket)
    socket.on('close', () => sockets.delete(socket))
    socket.on('error', () => socket.destroy())
    const say = (line: string) => socket.write(`${line}\r\n`)
    let heard = ''
    let to = ''
    let inData = false
    socket.on('data', (chunk) => {
      heard += chunk.toString('utf8')
      for (;;) {
        const end = heard.indexOf(inData ? '\r\n.\r\n' : '\r\n')
        if (end < 0) return
        const said = heard.slice(0, end)
        heard = heard.slice(end + (inData ? 5 : 2))
        if (inData) {
          inData = false
          mails.push({ to, raw: said })
          say('250 taken')
        } else answer(said)
      }
    })
    function answer(line: string): void {
      const [verb = ''] = line.toUpperCase().split(/[ :]/, 1)
      if (verb === 'EHLO') say('250-test\r\n250-SMTPUTF8\r\n250 AUTH PLAIN')
      else if (verb === 'AUTH') {
        const right = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString() === '\0thidua\0mật khẩu'
        if (right) logins += 1
        say(right ? '235 in' : '535 wrong password')
      } else if (verb === 'RCPT') {
        to = /<([^>]*)>/.exec(line)?.[1] ?? ''
        say(server.answerTo(to) ?? '250 ok')
      } else if (verb === 'DATA') {
        inData = true
        say('354 go on')
      } else if (verb === 'QUIT') {
        say('221 bye')
        socket.end()
      } else say('250 ok')
    }
    say('220 test')
  })
  const port = await findFreePort('127.0.0.1')
  await new Promise<void>((resolve) => listener.listen(port, '127.0.0.1', resolve))
  const password = encodeURIComponent('mật khẩu')
  return Object.assign(server, { url: `smtp://thidua:${password}@127.0.0.1:${port}` })
}

/** The text of a mail as its reader sees it: quoted-printable or base64 undone. */
export function textOf({ raw }: TakenMail): string {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  const how = /^content-transfer-encoding:\s*(\S+)/im.exec(head)?.[1]?.toLowerCase()
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (how !== 'quoted-printable') return body
  const bytes = body
    .replaceAll('=\r\n', '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
