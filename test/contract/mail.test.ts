/** Mails through a real mail server on this machine. */
import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { createMailer, type MailerOptions } from '../../src/notify/mail.ts'
import { MailRefused } from '../../src/usecases/mail-refused.ts'
import { makeCertificate } from './_certificate.ts'
import { aMail } from './_mail.ts'
import { listenToLines, Reply, startSmtp, type Behaviour } from './_smtp.ts'

const from = { name: null, address: 'interviews@example.com' }
const open: AsyncDisposable[] = []
afterEach(async () => {
  for (const each of open.splice(0)) await each[Symbol.asyncDispose]()
})

async function start(behaviour: Behaviour = {}, options: Partial<MailerOptions> = {}) {
  const smtp = await startSmtp(behaviour)
  open.push(smtp)
  return { ...smtp, mailer: createMailer({ server: smtp.server, from, ...options }) }
}

describe('a mail that is taken', () => {
  test('says who asks, the link, how to make sure, what is read and other ways, plain and as HTML', async () => {
    const { mailer, taken } = await start()
    await mailer.send(aMail())
    const [mail] = taken
    expect(mail).toMatchObject({ from: 'interviews@example.com', to: ['jane@example.com'] })
    for (const kind of ['plain', 'html'] as const) {
      const part = mail?.[kind] ?? ''
      for (const said of [
        'https://verify.example.com/i/secret-token',
        'Alex Kim, Example Ltd',
        'Is this genuine?',
        'jobs@example.com',
        'Mon, 23 Nov 2026, 15:00–15:45 CST (America/Chicago), 22:00 GMT+1 (Europe/Berlin)',
        'Mon, 23 Nov 2026, 14:30 (America/Chicago)',
        'What is read, in short',
        'A short tapping exercise',
        'Other ways',
      ]) {
        expect(part, `${said} in ${kind}`).toContain(said)
      }
    }
  })

  test('brings a link whole, wherever its lines are folded', async () => {
    const { mailer, taken } = await start()
    // Of dashes alone, a folded line looks like the boundary of a part.
    const link = `https://verify.example.com/i/${'-'.repeat(43)}`
    await mailer.send(aMail({ link }))
    expect(taken[0]?.plain).toContain(link)
    expect(taken[0]?.html).toContain(link)
  })

  test('has headers of its own: sender, date, one name for every try, no answers by machines', async () => {
    const { mailer, taken } = await start()
    await mailer.send(aMail())
    await mailer.send(aMail())
    const heads = taken.map(({ text }) => text.split('\r\n\r\n')[0] ?? '')
    for (const head of heads) {
      expect(head).toContain('From: Example Ltd <interviews@example.com>')
      expect(head).toContain('To: Jane Doe <jane@example.com>')
      expect(head).toContain('Message-ID: <mail_01k@example.com>')
      expect(head).toContain('Date: Sun, 22 Nov 2026 21:00:00 +0000')
      expect(head).toContain('Auto-Submitted: auto-generated')
    }
  })

  test('loads nothing from anywhere: one link, no picture, no script, no style sheet', async () => {
    const { mailer, taken } = await start()
    await mailer.send(aMail())
    const html = taken[0]?.html ?? ''
    expect(html).not.toMatch(/<(img|script|link|iframe|object|form|style)|url\(|@import|src=/i)
    const hrefs = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)
    expect(new Set(hrefs)).toEqual(new Set(['https://verify.example.com/i/secret-token']))
  })

  test('a reminder says so', async () => {
    const { mailer, taken } = await start()
    await mailer.send(aMail({ kind: 'reminder' }))
    expect(taken[0]?.text).toContain('Subject: Reminder: your interview at Example Ltd')
  })

  test('names from outside stay text', async () => {
    const { mailer, taken } = await start()
    await mailer.send(aMail({ opening: '<b>Boss</b> "&"', recruiter: '<script>x</script>' }))
    const html = taken[0]?.html ?? ''
    expect(html).toContain('&lt;b&gt;Boss&lt;/b&gt; &quot;&amp;&quot;')
    expect(html).not.toContain('<script')
  })
})

describe('addresses', () => {
  test.each([
    ['"jane doe"@example.com', '"jane doe"@example.com'],
    ['"a@b"@example.com', '"a@b"@example.com'],
    ['jane@bücher.example', 'jane@xn--bcher-kva.example'],
    ['jane@例え.テスト', 'jane@xn--r8jz45g.xn--zckzah'],
  ])('%s reaches the server as %s', async (address, sent) => {
    const listening = await listenToLines()
    open.push(listening)
    const mailer = createMailer({ server: listening.server, from })
    await mailer.send(aMail({ to: { name: 'Jane', address } }))
    expect(listening.lines).toContain(`RCPT TO:<${sent}>`)
    expect(listening.lines).toContain(`To: Jane <${sent}>`)
  })

  test.each(['jane@example.com\r\nBcc: x@example.com', '"a\r\nb"@example.com', 'a@b@c', 'jane'])(
    '%j is refused before anything is sent',
    async (address) => {
      const { mailer, taken } = await start()
      const sending = mailer.send(aMail({ to: { name: 'Jane', address } }))
      await expect(sending).rejects.toThrow(MailRefused)
      expect(taken).toEqual([])
    },
  )

  test('line breaks in names and titles begin no header', async () => {
    const { mailer, taken } = await start()
    const name = 'Jane\r\nBcc: evil@example.com'
    await mailer.send(aMail({ to: { name, address: 'jane@example.com' }, company: name }))
    expect(taken[0]?.to).toEqual(['jane@example.com'])
    expect(taken[0]?.text.split('\r\n\r\n')[0]).not.toMatch(/^bcc:/im)
  })
})

describe('a mail that is not taken', () => {
  test('refused for its recipient, it is the last word, in the words of the server', async () => {
    const { mailer } = await start({
      recipient: () => {
        throw new Reply(550, '5.1.1 No such user')
      },
    })
    const error = await mailer.send(aMail()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(MailRefused)
    expect(String(error)).toContain('550 5.1.1 No such user')
  })

  test('refused for what it says, it is the last word', async () => {
    const { mailer } = await start({ body: () => Promise.reject(new Reply(554, 'Refused')) })
    await expect(mailer.send(aMail())).rejects.toThrow(MailRefused)
  })

  test('put off, it may be tried again, and is then taken', async () => {
    let isKnown = false
    const { mailer, taken } = await start({
      recipient: () => {
        if (isKnown) return
        isKnown = true
        throw new Reply(451, '4.7.1 Greylisted, come back')
      },
    })
    const error = await mailer.send(aMail()).catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(Error)
    expect(error).not.toBeInstanceOf(MailRefused)
    await mailer.send(aMail())
    expect(taken).toHaveLength(1)
  })

  test('where the server refuses us, not the recipient, it may be tried again', async () => {
    const options = { onMailFrom: refuseSender, disabledCommands: ['AUTH', 'STARTTLS'] }
    const { mailer } = await start({ options })
    const error = await mailer.send(aMail()).catch((caught: unknown) => caught)
    expect(String(error)).toContain('550')
    expect(error).not.toBeInstanceOf(MailRefused)
  })

  test('a server that never answers is left in time', async () => {
    const silent = createServer().listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const { port } = silent.address() as AddressInfo
    const server = { host: '127.0.0.1', port, secure: false, auth: null }
    const mailer = createMailer({ server, from, limits: { stepMs: 50, allMs: 5_000 } })
    await expect(mailer.send(aMail())).rejects.not.toBeInstanceOf(MailRefused)
    silent.close()
  })

  test('a server that answers bit by bit for ever is left in time', async () => {
    const { mailer, taken } = await start(
      { body: () => new Promise(() => {}) },
      { limits: { stepMs: 60_000, allMs: 300 } },
    )
    await expect(mailer.send(aMail())).rejects.toThrow('took too long')
    expect(taken).toHaveLength(1)
  })
})

describe('encryption', () => {
  const certificate = makeCertificate()
  const tls = { key: certificate.key, cert: certificate.cert }

  test('is begun where the server offers it', async () => {
    const options = { ...tls, disabledCommands: ['AUTH'] }
    const { mailer, taken } = await start({ options }, { ca: certificate.cert })
    await mailer.send(aMail())
    expect(taken[0]?.secure).toBe(true)
  })

  test('with a certificate that nobody vouches for, nothing is sent', async () => {
    const options = { ...tls, disabledCommands: ['AUTH'] }
    const { mailer, taken } = await start({ options })
    await expect(mailer.send(aMail())).rejects.toThrow(/certificate|self.signed/i)
    expect(taken).toEqual([])
  })
})

function refuseSender(
  _address: unknown,
  _session: unknown,
  callback: (error?: Error | null) => void,
): void {
  callback(new Reply(550, 'We do not know you'))
}
