// Mails as files, where no mail server is set. In demo and development they can be read at /dev/outbox.
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { settings } from '#app/kernel/env.server.ts'
import { DomainError } from '#app/kernel/errors.ts'
import { idFrom } from '#app/kernel/ids.ts'
import type { Piece } from '../ui/MailText.tsx'

const NEWEST = 200

export type KeptMail = { id: string; to: string; subject: string; at: Date }
export type OpenedMail = KeptMail & { from: string; pieces: Piece[]; attachments: string[] }

/** Writes under another name, makes sure that it is on the disk, then names it: a half-written mail is never seen. */
export async function keepInOutbox(id: string, message: Buffer): Promise<void> {
  await mkdir(folder(), { recursive: true })
  const half = join(folder(), `.${id}.half`)
  const file = await open(half, 'w', 0o600)
  try {
    await file.writeFile(message)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(half, fileOf(id))
}

/** The newest mails first. @throws not_found where nobody may look: the mails hold links that let people in. */
export async function listOutbox(): Promise<KeptMail[]> {
  mayLook()
  const names = await readdir(folder()).catch(() => [])
  const ids = names.map((name) => idFrom(name.replace(/\.eml$/, ''))).filter((id) => id !== undefined)
  const dated = await Promise.all(ids.map(async (id) => ({ id, written: (await stat(fileOf(id))).mtimeMs })))
  const newest = dated.sort((a, b) => b.written - a.written).slice(0, NEWEST)
  return Promise.all(newest.map(async ({ id }) => factsOf(id, await PostalMime.parse(await readFile(fileOf(id))))))
}

/** @throws not_found for a mail that is not there, and where nobody may look. */
export async function readOutbox(id: string): Promise<OpenedMail> {
  const email = await PostalMime.parse(await readKeptMail(id))
  return {
    ...factsOf(id, email),
    from: email.from?.name || email.from?.address || '',
    pieces: piecesOf(email.text ?? ''),
    attachments: email.attachments.map(({ filename, mimeType }) => `${filename ?? ''} ${mimeType}`.trim()),
  }
}

/** The mail's HTML. */
export async function readMailLook(id: string): Promise<string> {
  return (await PostalMime.parse(await readKeptMail(id))).html ?? ''
}

/** The mail as it was sent, byte for byte: for opening in a mail program. */
export async function readKeptMail(id: string): Promise<Buffer> {
  mayLook()
  return readFile(fileOf(id)).catch(() => {
    throw new DomainError('not_found')
  })
}

function factsOf(id: string, { to, subject, date }: Email): KeptMail {
  return { id, to: to?.map(({ address }) => address).join(', ') ?? '', subject: subject ?? '', at: new Date(date ?? 0) }
}

/** Links to our own pages lead to them; whatever else looks like an address stays text. */
function piecesOf(text: string): Piece[] {
  const { ORIGIN } = settings()
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part) => {
    const isOwn = part.startsWith(`${ORIGIN}/`)
    return { text: part, path: isOwn ? part.slice(ORIGIN.length) : null }
  })
}

function mayLook(): void {
  if (settings().mode === 'production') throw new DomainError('not_found')
}

function folder(): string {
  return join(settings().DATA_DIR, 'outbox')
}

function fileOf(id: string): string {
  return join(folder(), `${id}.eml`)
}
