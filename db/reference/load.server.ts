// Reference data that lives in tables (what pages join with) is brought up to this build's version at every start.
import { type Ctx, here } from '#db/context.server.ts'

const loaders: readonly ((ctx: Ctx) => Promise<void>)[] = []

export async function loadReferences(): Promise<void> {
  for (const load of loaders) await load(here())
}
