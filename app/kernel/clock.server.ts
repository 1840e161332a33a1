import { remember } from './remember.server.ts'

const clock = remember('clock', () => ({ read: () => new Date() }))

/** The present instant. Only edges (routes, sockets, jobs) read it; rules and commands get `now` as a value. */
export function readClock(): Date {
  return clock.read()
}

/** Lets a test play a year through; the host never calls it. */
export function setClock(read: () => Date): void {
  clock.read = read
}
