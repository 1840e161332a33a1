// What this browser remembers of a preparation: texts that are not safe on the server, per visit and person.

export type Remembered = Record<string, { text: string; base: string }>

export function storeOf(visitId: string, userId: string): string {
  return `samlara:preparation:${visitId}:${userId}`
}

export function remembered(store: string): Remembered {
  try {
    return JSON.parse(localStorage.getItem(store) ?? '{}')
  } catch {
    return {}
  }
}

export function remember(store: string, drafts: Remembered): void {
  try {
    if (Object.keys(drafts).length === 0) localStorage.removeItem(store)
    else localStorage.setItem(store, JSON.stringify(drafts))
  } catch {
    // A browser without storage still saves to the server; there is nothing more to do here.
  }
}
