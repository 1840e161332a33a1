import { expect, onTestFinished } from 'vitest'
import { cancelVisit } from '#app/features/visits/commands/answer-visit.server.ts'
import { renameVisit } from '#app/features/visits/commands/rename-visit.server.ts'
import { inviteParticipant, removeParticipant } from '#app/features/visits/commands/seat-people.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { type TestCtx, test } from '#tests/support/db.ts'
import { aRole, aUser } from '#tests/support/factories.ts'
import { aVisitWithPeople } from '#tests/support/participants.ts'
import { readIcs } from '../programme/ics.ts'
import { openPost, type Read } from './post.ts'

type Entry = { to: string; method: string | undefined; sequence: number; summary: string; location: string }

function entriesIn(mails: readonly Read[]): Entry[] {
  return mails.flatMap((mail) => {
    const file = mail.attachments.find(({ mimeType }) => mimeType === 'text/calendar')
    if (!file) return []
    const { events } = readIcs(new TextDecoder().decode(file.content as ArrayBuffer).replace(/\r?\n/g, '\r\n'))
    const { SEQUENCE, SUMMARY = '', LOCATION = '' } = events[0] ?? {}
    return [{ to: mail.receiver, method: file.method, sequence: Number(SEQUENCE), summary: SUMMARY, location: LOCATION }]
  })
}

/** A visit whose days stand, and a post office that tells what calendars hear of what follows. */
async function aVisitInCalendars(ctx: TestCtx) {
  const office = openPost()
  onTestFinished(office.close)
  const all = await aVisitWithPeople(ctx, { startsOn: '2026-10-06', endsOn: '2026-10-08' })
  const seen = new Set<string>()
  /** Entries in mails since the last look. */
  const heard = async () => {
    await office.work(ctx)
    const fresh = (await office.mails()).filter((mail) => !seen.has(mail.messageId ?? ''))
    for (const mail of fresh) seen.add(mail.messageId ?? '')
    return { mails: fresh, entries: entriesIn(fresh) }
  }
  return { ...all, heard }
}

const facts = { title: 'Trygg hemgång', groupSize: 4, meetingUrl: 'https://meet.example/abc' }
const mari = { side: 'guest', name: 'Mari Olsen', email: 'mari@nordvik.example', profession: '', organisation: '' } as const
const words = { locale: 'nb', isCoordinator: false } as const

test('a new title, a link and a digital meeting reach every calendar; a new size of the group reaches none', async ({
  ctx,
}) => {
  const { visit, karin, yusuf, ingrid, sindre, heard } = await aVisitInCalendars(ctx)
  const change = (given: Partial<typeof facts & { form: 'digital' }>, version: number) =>
    renameVisit(karin, { visitId: visit.id, version, ...facts, ...given }, ctx)
  await change({}, 1)
  const { entries } = await heard()
  const everybody = [karin, yusuf, ingrid, sindre].map(({ email }) => email).sort()
  expect(entries.map(({ to }) => to).sort()).toEqual(everybody)
  for (const entry of entries) expect(entry).toMatchObject({ method: 'REQUEST', sequence: 1, summary: 'Trygg hemgång' })

  await change({ groupSize: 5 }, 2)
  expect((await heard()).mails).toEqual([])

  await change({ groupSize: 5, form: 'digital' }, 3)
  const digital = await heard()
  expect(digital.entries).toHaveLength(4)
  for (const entry of digital.entries) expect(entry).toMatchObject({ sequence: 2, location: 'https://meet.example/abc' })
  expect(digital.mails.find((mail) => mail.receiver === yusuf.email)?.words).toContain('digitalt')
})

test('before any days stand, a new title is told to no calendar', async ({ ctx }) => {
  const office = openPost()
  onTestFinished(office.close)
  const { visit, karin } = await aVisitWithPeople(ctx, { status: 'in_dialogue' })
  await renameVisit(karin, { visitId: visit.id, version: 1, ...facts }, ctx)
  await office.work(ctx)
  expect(await office.mails()).toEqual([])
})

test('who is invited once the days stand gets the entry with the invitation', async ({ ctx }) => {
  const { visit, ingrid, heard } = await aVisitInCalendars(ctx)
  await inviteParticipant(ingrid, { id: newId(), ...mari, ...words, visitId: visit.id }, ctx)
  const { mails, entries } = await heard()
  expect(entries).toMatchObject([{ to: 'mari@nordvik.example', method: 'REQUEST', sequence: 0 }])
  expect(mails).toHaveLength(1)
  expect(mails[0]?.words).toMatch(/http:\/\/samlara\.test\/i\/\S{20,}/)
})

test('a colleague who sits down without an invitation is told so, with the entry', async ({ ctx }) => {
  const { visit, host, karin, heard } = await aVisitInCalendars(ctx)
  const samira = await aUser(ctx, { name: 'Samira Nilsson', email: 'samira@region.example' })
  await aRole(ctx, samira, 'member', { unit: host })
  const seat = { ...mari, ...words, side: 'host' as const, email: samira.email }
  await inviteParticipant(karin, { id: newId(), ...seat, visitId: visit.id }, ctx)
  const { mails, entries } = await heard()
  expect(entries).toMatchObject([{ to: samira.email, method: 'REQUEST' }])
  expect(mails[0]?.subject).toBe('Du är med i besöket Handledning på riktigt')
  expect(mails[0]?.words).toContain(`/visits/${visit.id}`)
})

test('taken out and invited again: each entry has a later revision than the one before', async ({ ctx }) => {
  const { visit, ingrid, participants, sindre, heard } = await aVisitInCalendars(ctx)
  await removeParticipant(ingrid, { visitId: visit.id, participantId: participants.sindre.id }, ctx)
  expect((await heard()).entries).toMatchObject([{ to: sindre.email, method: 'CANCEL', sequence: 1 }])
  await inviteParticipant(ingrid, { id: newId(), ...mari, ...words, email: sindre.email, visitId: visit.id }, ctx)
  expect((await heard()).entries).toMatchObject([{ to: sindre.email, method: 'REQUEST', sequence: 2 }])
})

test('who leaves by themselves gets the entry taken out of their calendar too', async ({ ctx }) => {
  const { visit, sindre, participants, heard } = await aVisitInCalendars(ctx)
  await removeParticipant(sindre, { visitId: visit.id, participantId: participants.sindre.id }, ctx)
  const { mails, entries } = await heard()
  expect(entries).toMatchObject([{ to: sindre.email, method: 'CANCEL', sequence: 1 }])
  expect(mails[0]?.subject).toBe('Du har lämnat besöket Handledning på riktigt')
})

test('who calls a visit off has it taken out of their own calendar as well', async ({ ctx }) => {
  const { visit, karin, heard } = await aVisitInCalendars(ctx)
  await cancelVisit(karin, { visitId: visit.id, version: 1, reason: 'Avdelningen byggs om.' }, ctx)
  const { entries } = await heard()
  expect(entries).toHaveLength(4)
  expect(entries).toContainEqual(expect.objectContaining({ to: karin.email, method: 'CANCEL', sequence: 1 }))
})
