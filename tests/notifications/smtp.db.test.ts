import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { SMTPServer } from 'smtp-server'
import { expect, onTestFinished } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { mails, visits } from '#db/schema/index.ts'
import { test } from '#tests/support/db.ts'
import { aUser } from '#tests/support/factories.ts'
import { aVisitWithPeople, someoneIn } from '#tests/support/participants.ts'
import { openPost, type Read, readMail } from './post.ts'

type Answer = 'take' | 'later' | 'never'

/** A mail server that keeps what it is given, and may be told how to answer. */
async function aMailServer() {
  const received: (Read & { envelope: string[]; raw: string })[] = []
  const state: { answer: Answer } = { answer: 'take' }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo(_address, _session, done) {
      if (state.answer === 'take') return done()
      const code = state.answer === 'later' ? 451 : 550
      done(Object.assign(new Error(state.answer === 'later' ? 'Busy' : 'No such mailbox'), { responseCode: code }))
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const raw = Buffer.concat(chunks).toString()
        received.push({ ...(await readMail(raw)), envelope: session.envelope.rcptTo.map(({ address }) => address), raw })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  const office = openPost(`smtp://127.0.0.1:${port}?ignoreTLS=true`)
  onTestFinished(async () => {
    office.close()
    await new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return { office, received, state }
}

test('a mail crosses the wire: both texts, sender, a person to reply to, and an id of its own', async ({ ctx }) => {
  const { office, received } = await aMailServer()
  const ingrid = await aUser(ctx, { name: 'Ingrid Solheim', locale: 'nb' })
  const login = { event: 'identity.login_link' as const, userId: ingrid.id, token: 'a-token', code: '024680' }
  await office.tell({ ...login, to: '/visits?a=1&b=2' }, ctx)

  const [mail] = received
  expect(received).toHaveLength(1)
  expect(mail?.envelope).toEqual([ingrid.email])
  expect(mail?.subject).toBe('Logg inn i Samlära: lenken gjelder i 15 minutter')
  expect(mail?.words).toContain('http://samlara.test/login/a-token?to=%2Fvisits%3Fa%3D1%26b%3D2')
  expect(mail?.words).toContain('024680')
  expect(mail?.html).toContain('024680')
  expect(mail?.html).not.toMatch(/<img|url\(/)
  expect(mail?.from?.address).toBe('no-reply@samlara.example')
  const [row] = await ctx.db.select().from(mails)
  expect(mail?.messageId).toBe(`<${row?.id}@samlara.test>`)
  expect(row).toMatchObject({ state: 'sent', receiver: ingrid.email, event: 'identity.login_link' })
  expect(JSON.stringify(row)).not.toMatch(/024680|a-token/)
})

test('titles and names with line breaks add no header and no receiver', async ({ ctx }) => {
  const { office, received } = await aMailServer()
  const { visit, participants } = await aVisitWithPeople(ctx, { status: 'preparing' })
  const evil = 'Handledning\r\nBcc: spion@example.org\r\nX-Evil: yes\r\n\r\n<script>alert(1)</script>'
  await ctx.db.update(visits).set({ title: evil }).where(eq(visits.id, visit.id))
  const name = 'Åse "Bcc: a@b.se"\r\nCc: spion@example.org'
  const aase = await someoneIn(ctx, visit, { user: await aUser(ctx, { name, email: 'ase@example.org' }) })
  expect(participants.karin.side).toBe('host')

  await office.tell({ event: 'visits.dates_changed', visitId: visit.id }, ctx)

  expect(received).toHaveLength(5)
  for (const mail of received) {
    const head = mail.raw.split('\r\n\r\n')[0] ?? ''
    expect(head).not.toMatch(/^(Bcc|Cc|X-Evil):/im)
    expect(mail.envelope).toHaveLength(1)
    expect(mail.to).toHaveLength(1)
    expect(mail.cc).toBeUndefined()
    expect(mail.html).not.toContain('<script')
  }
  expect(received.find((mail) => mail.envelope[0] === aase.person.email)?.to?.[0]?.address).toBe('ase@example.org')
})

test('a reply goes to the coordinator across the table', async ({ ctx }) => {
  const { office, received } = await aMailServer()
  const { visit, karin, ingrid } = await aVisitWithPeople(ctx, { status: 'preparing' })
  await office.tell({ event: 'visits.dates_changed', visitId: visit.id }, ctx)
  const to = (email: string) => received.find((mail) => mail.envelope[0] === email)
  expect(to(ingrid.email)?.replyTo?.[0]?.address).toBe(karin.email)
  expect(to(karin.email)?.replyTo?.[0]?.address).toBe(ingrid.email)
})

test('a busy server is asked again and the mail leaves once; what it said is in the log until then', async ({ ctx }) => {
  const { office, received, state } = await aMailServer()
  const user = await aUser(ctx)
  const login = { event: 'identity.login_link' as const, userId: user.id, token: 't', code: '111111' }
  await office.run({ id: newId(), name: 'notify', data: login }, ctx)
  const [job] = office.waiting
  if (!job) throw new Error('no mail was laid out')

  state.answer = 'later'
  await expect(office.run(job, ctx)).rejects.toThrow('Busy')
  expect((await ctx.db.select().from(mails))[0]).toMatchObject({ state: 'waiting', sentAt: null })
  expect((await ctx.db.select().from(mails))[0]?.error).toContain('Busy')

  state.answer = 'take'
  await office.run(job, ctx)
  await office.run(job, ctx)
  expect(received).toHaveLength(1)
  expect((await ctx.db.select().from(mails))[0]).toMatchObject({ state: 'sent', error: '' })
})

test('an address that the server refuses is not tried again', async ({ ctx }) => {
  const { office, received, state } = await aMailServer()
  const user = await aUser(ctx)
  state.answer = 'never'
  await office.tell({ event: 'identity.login_link', userId: user.id, token: 't', code: '111111' }, ctx)
  expect(received).toEqual([])
  expect((await ctx.db.select().from(mails))[0]).toMatchObject({ state: 'refused' })
})
