import { randomUUID } from 'node:crypto'
import pino, { type Logger } from 'pino'
import { settings } from '#app/kernel/env.server.ts'

let made: Logger | undefined

/** One line of JSON an event. Addresses with a token in them are logged without it; bodies and cookies never. */
export function logger(): Logger {
  made = made ?? pino({ level: settings().LOG_LEVEL, serializers: { error: pino.stdSerializers.err } })
  return made
}

export function newRequestId(): string {
  return randomUUID()
}

/** The path as it may be logged: what opens something is not written down. */
export function loggedPath(path: string): string {
  return path.replace(/^\/(i|e|login|calendar)\/[^/?]+/, '/$1/…').split('?')[0] ?? path
}
