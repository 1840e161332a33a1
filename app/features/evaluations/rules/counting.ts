// From answers to indicators, in whole numbers. The law: what a question feeds is written in the reference data, never here.
import type { Strand } from '#app/features/indicators/rules/words.ts'
import type { Answer, Answers } from './answers.ts'
import type { FeedRule, Instrument, Item } from './instrument.ts'

/** What one person's answer to one question (`part`) adds to one strand of one indicator; `answers` is people, and this is one. */
export type Increment = {
  indicatorId: string
  strand: Strand
  part: string
  numerator: number
  denominator: number
  answers: 1
}
type Part = { strand: Strand; numerator: number; denominator: number }

/**
 * What one person's answers add to the indicators. Rules (DOMAIN §4, feed rules of the reference data):
 * - share_4_5: answers 4–5 ÷ answers 1–5; "don't know" and blank are in neither. Two questions that feed the same indicator
 *   (CL4: HST03, HST04) count answer by answer.
 * - both_4_5_with: one pair counts once, in the denominator only when both are valid.
 * - share_yes: yes ÷ (yes + no). numerator_if_in: a listed option ÷ all who chose.
 * - net_0_10: +1 for 9–10, −1 for 0–6, 0 for 7–8, ÷ all who answered; the sum is signed.
 * - leading_… and supporting_… count alike, on their own strand; evidence_… is shown as support of a status report.
 * - cross_check_only, explains, status_evidence and alert_aggregated_only never enter an indicator.
 * - rules that count visits (completed, visit_confirmed_…, confirms_link) are for `visitConfirmations`.
 */
export function incrementsOf(instrument: Instrument, answers: Answers): Increment[] {
  return instrument.items.flatMap((item) =>
    item.feeds.flatMap(({ indicator, rule }): Increment[] => {
      const counts = partOf(rule, item, answers)
      return counts ? [{ indicatorId: indicator, part: item.id, answers: 1, ...counts }] : []
    }),
  )
}

/** The indicators for which these answers, taken together, confirm the visit: any yes, any joint answer that is filled in. */
export function visitConfirmations(instrument: Instrument, everybodys: readonly Answers[]): string[] {
  const confirmed = new Set<string>()
  for (const item of instrument.items) {
    for (const { indicator, rule } of item.feeds) {
      if (everybodys.some((answers) => confirmsVisit(rule, answers[item.id]))) confirmed.add(indicator)
    }
  }
  return [...confirmed]
}

function partOf(rule: FeedRule, item: Item, answers: Answers): Part | null {
  const answer = answers[item.id]
  switch (rule.name) {
    case 'share_4_5':
      return high(answer, 'main')
    case 'leading_share_4_5':
      return high(answer, 'leading')
    case 'supporting_share_4_5':
    case 'evidence_share_4_5':
      return high(answer, 'supporting')
    case 'share_yes':
      return yes(answer, 'main')
    case 'leading_share_yes':
      return yes(answer, 'leading')
    case 'net_0_10':
      return net(answer)
    case 'both_4_5':
      return item.id < rule.with ? both(answer, answers[rule.with]) : null
    case 'numerator_if_in':
      return typeof answer === 'string' ? one('main', rule.options.includes(answer)) : null
    default:
      return null
  }
}

function confirmsVisit(rule: FeedRule, answer: Answer | undefined): boolean {
  if (rule.name === 'visit_confirmed_if_any_yes' || rule.name === 'confirms_link') return answer === 'yes'
  if (rule.name === 'visit_confirmed_if_filled') return answer !== undefined && answer !== null
  return false
}

function isLikert(answer: Answer | undefined): answer is number {
  return typeof answer === 'number' && answer >= 1 && answer <= 5
}

function one(strand: Strand, counts: boolean): Part {
  return { strand, numerator: counts ? 1 : 0, denominator: 1 }
}

function high(answer: Answer | undefined, strand: Strand): Part | null {
  return isLikert(answer) ? one(strand, answer >= 4) : null
}

function yes(answer: Answer | undefined, strand: Strand): Part | null {
  return answer === 'yes' || answer === 'no' ? one(strand, answer === 'yes') : null
}

function both(first: Answer | undefined, second: Answer | undefined): Part | null {
  return isLikert(first) && isLikert(second) ? one('main', first >= 4 && second >= 4) : null
}

function net(answer: Answer | undefined): Part | null {
  if (typeof answer !== 'number') return null
  const sign = answer >= 9 ? 1 : answer <= 6 ? -1 : 0
  return { strand: 'main', numerator: sign, denominator: 1 }
}
