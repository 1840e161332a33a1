// Units that invite: the public list, and those that resemble one that had to say no.
import { and, eq, isNull, ne } from 'drizzle-orm'
import { type Ctx, here } from '#db/context.server.ts'
import { places, unitProfiles, units } from '#db/schema/index.ts'
import { matches, type OfferFilter, type VisitForm } from '../rules.ts'

export type { OfferFilter } from '../rules.ts'

export type Offer = {
  id: string
  name: string
  kind: (typeof units.$inferSelect)['kind']
  country: string
  city: string
  /** The region or county, as it writes itself. */
  place: string | null
  /** The language that the unit's own words are written in. */
  language: string
  canShow: string
  struggleWith: string
  languages: string[]
  forms: VisitForm[]
  groupMax: number
  daysMin: number
  daysMax: number
}

/** Everybody may read this list; it is sorted where it is shown, by the reader's alphabet. */
export async function listOffers(filter: OfferFilter, ctx: Ctx = here()): Promise<Offer[]> {
  const rows = await openUnits(ctx, filter.country ? eq(units.country, filter.country) : undefined)
  return rows.filter((offer) => {
    if (filter.language && !offer.languages.includes(filter.language)) return false
    if (filter.form && !offer.forms.includes(filter.form)) return false
    const texts = [offer.name, offer.city, offer.place ?? '', offer.canShow, offer.struggleWith]
    return !filter.search || matches(texts, filter.search)
  })
}

/**
 * Up to `limit` other units that invite and share a language and a form with this one; those of the same country first, then
 * those that share most. For a host that has to decline.
 */
export async function similarHosts(unitId: string, ctx: Ctx = here(), limit = 5): Promise<Offer[]> {
  const [like] = await ctx.db
    .select({ country: units.country, kind: units.kind, languages: unitProfiles.languages, forms: unitProfiles.forms })
    .from(units)
    .innerJoin(unitProfiles, eq(unitProfiles.unitId, units.id))
    .where(eq(units.id, unitId))
  if (!like) return []
  const shared = (offer: Offer) => offer.languages.filter((language) => like.languages.includes(language)).length
  const nearness = (offer: Offer) =>
    (offer.country === like.country ? 100 : 0) + (offer.kind === like.kind ? 10 : 0) + shared(offer)
  const others = await openUnits(ctx, ne(units.id, unitId))
  return others
    .filter((offer) => shared(offer) > 0 && offer.forms.some((form) => like.forms.includes(form)))
    .sort((a, b) => nearness(b) - nearness(a) || a.name.localeCompare(b.name, 'sv'))
    .slice(0, limit)
}

async function openUnits(ctx: Ctx, also: ReturnType<typeof eq> | undefined): Promise<Offer[]> {
  const { id, name, kind, country, city, language } = units
  const { canShow, struggleWith, languages, forms, groupMax, daysMin, daysMax } = unitProfiles
  return ctx.db
    .select({
      ...{ id, name, kind, country, city, language, place: places.name },
      ...{ canShow, struggleWith, languages, forms, groupMax, daysMin, daysMax },
    })
    .from(units)
    .innerJoin(unitProfiles, and(eq(unitProfiles.unitId, units.id), eq(unitProfiles.isOpen, true)))
    .leftJoin(places, eq(places.code, units.placeCode))
    .where(and(isNull(units.closedAt), also))
}
