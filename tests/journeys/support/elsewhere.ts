// A program somewhere else that examines a certificate, with another library than ours.
import { isBitSet, verifiedElsewhere } from '#tests/certificates/finished.ts'

/** As a program elsewhere that has the token alone: fetches key and status list from where it says. */
export async function checkElsewhere(token: string): Promise<{ name: unknown; revoked: boolean }> {
  const kidOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString()).kid as string
  const keyOf = async (jwt: string) => (await (await fetch(kidOf(jwt))).json()) as object
  const said = verifiedElsewhere(token, await keyOf(token), new Date())
  const { statusListCredential, statusListIndex } = said.credentialStatus as Record<string, string>
  const list = await (await fetch(String(statusListCredential))).text()
  const { encodedList } = verifiedElsewhere(list, await keyOf(list), new Date()).credentialSubject as { encodedList: string }
  return { name: said.name, revoked: isBitSet(encodedList, Number(statusListIndex)) }
}
