import * as messages from '#app/paraglide/messages.js'

type Message = (params?: Record<string, unknown>) => string

/** The text of a message key that is only known when running (a DomainError's reason), or undefined. */
export function translate(key: string | undefined, params: Record<string, string | number> = {}): string | undefined {
  const message = key ? (messages.m as unknown as Record<string, Message | undefined>)[key] : undefined
  return message?.(params)
}
