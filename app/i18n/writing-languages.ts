// Languages that people write in here: the Nordic countries' own, their neighbours', and those spoken in many wards.
import { languageName, sortByName } from './format.ts'

const first = ['sv', 'nb', 'en']
const further = 'nn da fi is fo kl se smj sma de fr es it nl pl pt uk cs et lv lt ga bs hr sr tr ar fa ur so ti th'.split(' ')

/** Options for a select: the product's own three first, the rest in the reader's alphabet; `also` is kept when it is another. */
export function writingLanguages(also?: string | null): { value: string; label: string }[] {
  const others = also && !first.includes(also) && !further.includes(also) ? [also, ...further] : further
  const named = (tags: readonly string[]) => tags.map((value) => ({ value, label: languageName(value) }))
  return [...named(first), ...sortByName(named(others), (option) => option.label)]
}
