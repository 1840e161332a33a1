// Reference data that lives in tables (what pages join with) is brought up to this build's version at every start.
import { type Ctx, here } from '#db/context.server.ts'
import { loadPlaces } from './places.server.ts'

const loaders: readonly ((ctx: Ctx) => Promise<void>)[] = [
  // One kind of data a line.
  loadPlaces,
]

export async function loadReferences(): Promise<void> {
  for (const load of loaders) await load(here())
}
