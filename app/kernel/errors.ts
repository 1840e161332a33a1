export type DomainErrorCode = 'not_found' | 'forbidden' | 'conflict' | 'invalid' | 'gone' | 'too_many' | 'unavailable'

/**
 * The only error that rules, policies, commands and queries throw on purpose.
 * `reason` is a message key (messages/<locale>/*.json), which `problemOf` turns into the reader's words.
 */
export class DomainError extends Error {
  readonly code: DomainErrorCode
  readonly reason: string | undefined
  readonly params: Record<string, string | number>

  constructor(code: DomainErrorCode, reason?: string, params: Record<string, string | number> = {}) {
    super(reason ? `${code}: ${reason}` : code)
    this.name = 'DomainError'
    this.code = code
    this.reason = reason
    this.params = params
  }
}

/** Throws `not_found` when `thing` is missing; hidden things and missing things look the same from outside. */
export function found<T>(thing: T | null | undefined): T {
  if (thing === null || thing === undefined) throw new DomainError('not_found')
  return thing
}

/** Throws `not_found` to those who may not even know of the thing: from outside it looks as if it were not there. */
export function hiddenUnless(visible: boolean): void {
  if (!visible) throw new DomainError('not_found')
}

/** What `find` finds, or `otherwise` where it is `not_found` for who asks. */
export async function unlessHidden<T, Otherwise>(find: () => Promise<T>, otherwise: Otherwise): Promise<T | Otherwise> {
  try {
    return await find()
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not_found') return otherwise
    throw error
  }
}

/** Throws `forbidden` unless allowed. Use only after the actor was shown to know of the thing at all. */
export function allowed(permission: boolean, reason?: string): void {
  if (!permission) throw new DomainError('forbidden', reason)
}
