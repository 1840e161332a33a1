// Letters to whom a certificate is about: that it was taken back, and that a new one can be fetched. The reason stays on the page.
import { eq } from 'drizzle-orm'
import { readCertificates } from '#app/features/certificates/queries/certificates.server.ts'
import { readPeopleNow } from '#app/features/identity/queries.server.ts'
import { m } from '#app/paraglide/messages.js'
import type { Ctx } from '#db/context.server.ts'
import { certificates } from '#db/schema/index.ts'
import type { Letter } from '../words.ts'
import type { Draft } from './draft.ts'

type About = { certificateId: string }

export async function certificateRevoked({ certificateId }: About, ctx: Ctx): Promise<Draft[]> {
  return drafted(certificateId, ctx, (names) => ({
    subject: m.notifications_certificate_revoked_subject(names),
    paragraphs: [m.notifications_certificate_revoked_text()],
    action: { label: m.notifications_certificate_action(), path: `/certificates/${certificateId}` },
  }))
}

export async function certificateReopened({ certificateId }: About, ctx: Ctx): Promise<Draft[]> {
  return drafted(certificateId, ctx, (names) => ({
    subject: m.notifications_certificate_reopened_subject(names),
    paragraphs: [m.notifications_certificate_reopened_text()],
    action: { label: m.notifications_certificate_action(), path: `/certificates/${certificateId}` },
  }))
}

type Words = Pick<Letter, 'subject' | 'paragraphs' | 'action'>

async function drafted(certificateId: string, ctx: Ctx, words: (names: { path: string }) => Words): Promise<Draft[]> {
  const [file] = await readCertificates(eq(certificates.id, certificateId), ctx)
  if (!file?.personId || !file.facts) return []
  const path = file.facts.path.title
  const readers = await readPeopleNow([file.personId], ctx)
  return readers.map(({ name, email, locale, id }) => ({
    to: { name, email, locale, userId: id },
    visitId: null,
    write: () => ({ ...words({ path }), why: m.notifications_certificate_why(), contact: null }),
  }))
}
