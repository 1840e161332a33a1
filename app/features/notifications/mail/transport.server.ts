// Hands a finished mail over: to the mail server when SMTP_URL is set, else as a file to the outbox folder.
import nodemailer from 'nodemailer'
import type Mail from 'nodemailer/lib/mailer/index.js'
import { settings } from '#app/kernel/env.server.ts'
import { headerLine, isPlainAddress } from '../rules.ts'
import type { Contact, Letter } from '../words.ts'
import { keepInOutbox } from './outbox.server.ts'

export type FinishedMail = {
  /** The mail's id: makes Message-ID, so that a mail that is sent again after a lost answer is known as the same. */
  id: string
  to: Contact
  subject: string
  html: string
  text: string
  replyTo: Contact | null
  calendar: Letter['calendar']
  at: Date
}

/** The mail server will never take this mail: trying again is no use. */
export class MailRefused extends Error {}

/** @throws MailRefused for good; any other error when the server could not be reached or asked for patience. */
export async function deliver(mail: FinishedMail): Promise<void> {
  if (!isPlainAddress(mail.to.email)) throw new MailRefused('The address cannot be written to.')
  const { SMTP_URL } = settings()
  if (!SMTP_URL) return keepInOutbox(mail.id, await compose(mail))
  const transport = nodemailer.createTransport(SMTP_URL, { disableFileAccess: true, disableUrlAccess: true })
  try {
    await transport.sendMail(messageOf(mail))
  } catch (error) {
    throw isFinal(error) ? new MailRefused(error instanceof Error ? error.message : String(error)) : error
  } finally {
    transport.close()
  }
}

async function compose(mail: FinishedMail): Promise<Buffer> {
  const writer = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await writer.sendMail(messageOf(mail))
  return message as Buffer
}

function messageOf({ id, to, subject, html, text, replyTo, calendar, at }: FinishedMail): Mail.Options {
  const { MAIL_FROM, ORIGIN } = settings()
  return {
    messageId: `<${id}@${new URL(ORIGIN).hostname}>`,
    date: at,
    from: MAIL_FROM,
    to: addressOf(to),
    ...(replyTo && isPlainAddress(replyTo.email) ? { replyTo: addressOf(replyTo) } : {}),
    subject: headerLine(subject),
    html,
    text,
    ...(calendar ? { icalEvent: { method: calendar.method, content: calendar.content, filename: 'samlara.ics' } } : {}),
    // Answering machines keep quiet; nobody is told that somebody is on holiday.
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  }
}

function addressOf({ name, email }: Contact): { name: string; address: string } {
  return { name: headerLine(name), address: email }
}

/** 5xx answers are final (RFC 5321 4.2.1), except at the greeting and the sign-in, which are ours to mend. */
function isFinal(error: unknown): boolean {
  const { responseCode, command } = error as { responseCode?: number; command?: string }
  return (responseCode ?? 0) >= 500 && (command === 'RCPT TO' || command === 'DATA')
}
