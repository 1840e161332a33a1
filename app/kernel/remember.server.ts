const shared = globalThis as { __samlara?: Map<string, unknown> }
shared.__samlara = shared.__samlara ?? new Map<string, unknown>()
const memory = shared.__samlara

/**
 * Keeps one value over development reloads. Allowed for the list in ARCHITECTURE.md only (database, live bus, queue):
 * anything else remembered is a smell.
 */
export function remember<T>(name: string, make: () => T): T {
  if (!memory.has(name)) memory.set(name, make())
  return memory.get(name) as T
}

export function forget(name: string): void {
  memory.delete(name)
}
