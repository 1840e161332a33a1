import { z } from 'zod'

/** A row's version as a form sends it back: 0 when there was no row. Bounded by what the column can hold. */
export const version = z.coerce.number().int().min(0).max(2_147_483_646)
