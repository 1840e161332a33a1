// The steps in the reader's language, for everybody: what each is today, and what it was before.
import { type Day, dayAt, HOME_ZONE } from '#app/kernel/days.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { definitions, entitlements, steps } from '../reference.server.ts'
import { type Definition, definitionOn, holdsOn } from '../rules/steps.ts'

export type SpokenDefinition = {
  step: number
  validFrom: Day | null
  validUntil: Day | null
  title: string
  about: string
  requires: { step: number; title: string }[]
  recommends: { step: number; title: string }[]
  entitles: string[]
  validMonths: number | null
}

export type StepOnPage = {
  step: number
  title: string
  /** What holds today; null when the step is no longer given. */
  now: SpokenDefinition | null
  /** Other definitions, newest first: they judge courses of their own days. */
  others: SpokenDefinition[]
}

/** All steps with what holds today and what held before, in one language. Open to everybody. */
export function listSteps(locale: Locale, ctx: Ctx): StepOnPage[] {
  const today = dayAt(ctx.now, HOME_ZONE)
  return steps.map((step) => {
    const all = definitions.filter((each) => each.step === step)
    const now = definitionOn(definitions, step, today)
    const others = all.filter((each) => each !== now).sort((a, b) => (b.validFrom ?? '').localeCompare(a.validFrom ?? ''))
    return {
      step,
      title: titleOf(step, today, locale),
      now: now ? spoken(now, today, locale) : null,
      others: others.map((each) => spoken(each, today, locale)),
    }
  })
}

/** What the step is called on the day, or was last called. */
export function titleOf(step: number, on: Day, locale: Locale): string {
  const all = definitions.filter((each) => each.step === step)
  return (all.find((each) => holdsOn(each, on)) ?? all.at(-1))?.title[locale] ?? String(step)
}

/** Whom one may supervise, in words. */
export function entitlementWords(keys: readonly string[], locale: Locale): string[] {
  return keys.flatMap((key) => entitlements[key]?.[locale] ?? [])
}

function spoken(definition: Definition, on: Day, locale: Locale): SpokenDefinition {
  const { step, validFrom, validUntil, title, about, requires, recommends, entitles, validMonths } = definition
  const named = (list: readonly number[]) => list.map((one) => ({ step: one, title: titleOf(one, on, locale) }))
  return {
    ...{ step, validFrom, validUntil, validMonths },
    title: title[locale],
    about: about[locale],
    requires: named(requires),
    recommends: named(recommends),
    entitles: entitlementWords(entitles, locale),
  }
}
