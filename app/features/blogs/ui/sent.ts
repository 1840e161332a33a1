/**
 * What the refused form had sent, by field; undefined when nothing was refused. In the browser conform's fields keep what the
 * page began with, so what has to be said about the sent words is read from the answer itself.
 */
export function sentIn(answer: unknown): Record<string, string> | undefined {
  const result = pick(answer, 'result') ?? answer
  const sent = pick(result, 'initialValue')
  if (typeof sent !== 'object' || sent === null) return undefined
  return Object.fromEntries(Object.entries(sent).filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
}

function pick(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined
}
