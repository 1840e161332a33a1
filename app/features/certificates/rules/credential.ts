// The credential of a certificate: an Open Badge 3.0, which is a Verifiable Credential 2.0, as the payload of a JWT (§8.2 of
// Open Badges 3.0: the credential's own properties at the top, with iss, jti, sub, nbf and exp beside them).
import type { CertificateFacts } from './facts.ts'
import { issuerAddress } from './keys.ts'

type Parts = {
  id: string
  facts: CertificateFacts
  /** In the certificate's language: as what, what it is, and what it took (Markdown). */
  words: { role: string; description: string; criteria: string }
  origin: string
  issuedAt: Date
  validUntil: Date
  status: { list: number; index: number }
  /** Random: two certificates of one person do not show that they are the same person's. */
  subjectId: string
  /** SHA-256 of the person's address and a salt, in hex: who knows the address can see that it is theirs. */
  email: { salt: string; hash: string }
}

/** What the credential's words mean; the last one names the type of its schema. */
const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
  'https://purl.imsglobal.org/spec/ob/v3p0/extensions.json',
]

/** Where anybody sees how the certificate stands: also the credential's id. */
export function checkAddress(origin: string, certificateId: string): string {
  return `${origin}/check/${certificateId}`
}

/** Where a status list is published: what says which credentials are revoked. */
export function statusListAddress(origin: string, list: number): string {
  return `${issuerAddress(origin)}/status/${list}`
}

/** Who issues, as Open Badges 3.0 writes it. */
export function issuerProfile(origin: string, name: string) {
  return { id: issuerAddress(origin), type: ['Profile'], name, url: origin }
}

/** The credential before it is signed: Open Badges 3.0, `AchievementCredential`. */
export function credentialOf(parts: Parts) {
  const { facts, words, origin, issuedAt, validUntil, subjectId } = parts
  const id = checkAddress(origin, parts.id)
  const subject = `urn:uuid:${subjectId}`
  return {
    '@context': contexts,
    id,
    type: ['VerifiableCredential', 'OpenBadgeCredential'],
    name: facts.path.title,
    issuer: issuerProfile(origin, facts.issuer),
    validFrom: secondsOf(issuedAt),
    validUntil: secondsOf(validUntil),
    awardedDate: secondsOf(issuedAt),
    credentialSubject: {
      id: subject,
      type: ['AchievementSubject'],
      identifier: identifiersOf(parts),
      activityEndDate: `${facts.completedOn}T00:00:00Z`,
      role: words.role,
      source: { id: `${origin}/units/${facts.unit.id}`, type: ['Profile'], name: facts.unit.name },
      achievement: achievementOf(parts),
    },
    credentialStatus: statusOf(parts),
    credentialSchema: [
      {
        id: 'https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json',
        type: '1EdTechJsonSchemaValidator2019',
      },
    ],
    ...{ iss: issuerAddress(origin), jti: id, sub: subject, nbf: numericDate(issuedAt), exp: numericDate(validUntil) },
  }
}

function achievementOf({ facts, words, origin }: Parts) {
  const { path, modules, language, role } = facts
  const page = `${origin}/paths/${path.id}`
  return {
    id: `${page}?version=${path.version}#${role}`,
    type: ['Achievement'],
    achievementType: 'CertificateOfCompletion',
    name: path.title,
    version: String(path.version),
    inLanguage: language,
    description: words.description,
    criteria: { id: page, narrative: [words.criteria, '', ...modules.map((title) => `- ${title}`)].join('\n') },
  }
}

function identifiersOf({ facts, email }: Parts) {
  const identity = { type: 'IdentityObject' }
  return [
    { ...identity, identityType: 'name', hashed: false, identityHash: facts.name },
    { ...identity, identityType: 'emailAddress', hashed: true, identityHash: `sha256$${email.hash}`, salt: email.salt },
  ]
}

function statusOf({ origin, status }: Parts) {
  const list = statusListAddress(origin, status.list)
  return {
    id: `${list}#${status.index}`,
    type: 'BitstringStatusListEntry',
    statusPurpose: 'revocation',
    statusListIndex: String(status.index),
    statusListCredential: list,
  }
}

/** JWT counts in whole seconds, so the credential's own times do too. */
export function secondsOf(instant: Date): string {
  return `${new Date(numericDate(instant) * 1_000).toISOString().slice(0, 19)}Z`
}

function numericDate(instant: Date): number {
  return Math.floor(instant.getTime() / 1_000)
}
