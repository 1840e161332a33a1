import { idFrom } from '#app/kernel/ids.ts'

/** The unit in the address: `undefined` when none is asked for, and never an id for what is not one. */
export function unitIn(url: URL): string | undefined {
  const asked = url.searchParams.get('unit')
  if (asked === null || asked === '') return undefined
  return idFrom(asked) ?? nobody
}

/** No unit has it: a crooked id in the address is answered like a missing one. */
const nobody = '00000000-0000-4000-8000-000000000000'
