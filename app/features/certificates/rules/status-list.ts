// Which certificates are taken back, one bit each, as Bitstring Status List 1.0 publishes it: no ids, so that a list of people
// who lost something is not lying open. Why this and not 1EdTech's list of ids: decision on certificates.
import { secondsOf, statusListAddress } from './credential.ts'
import { issuerAddress } from './keys.ts'

/** Bits of a list: the least that the standard allows, so that one certificate is lost among many. */
export const LIST_BITS = 131_072

/** As many of them are used: a place that is free is found by drawing once or twice. */
export const LIST_PLACES = LIST_BITS / 2

/** How long verifiers may keep a list, in milliseconds. */
const KEPT_MS = 60_000

/** The first bit is the highest of the first byte. */
export function bitsOf(indexes: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(LIST_BITS / 8)
  for (const index of indexes) bytes[index >> 3] = (bytes[index >> 3] ?? 0) | (0x80 >> (index & 7))
  return bytes
}

/** @param encodedList the gzipped bits, multibase base64url */
export function statusListCredential(
  origin: string,
  { list, encodedList, now }: { list: number; encodedList: string; now: Date },
) {
  const id = statusListAddress(origin, list)
  return {
    '@context': ['https://www.w3.org/ns/credentials/v2'],
    id,
    type: ['VerifiableCredential', 'BitstringStatusListCredential'],
    issuer: issuerAddress(origin),
    validFrom: secondsOf(now),
    credentialSubject: {
      id: `${id}#list`,
      type: 'BitstringStatusList',
      statusPurpose: 'revocation',
      ttl: KEPT_MS,
      encodedList,
    },
  }
}
