// Anonymous answers of invented people: drawn around how content they were, the same every time.
import type { Answers } from '#app/features/evaluations/rules/answers.ts'
import type { Locale } from '#app/kernel/locales.ts'
import { dice } from './dice.ts'

type Given = { seed: string; warmth: number; language: Locale }

const tried: Record<Locale, string[]> = {
  sv: [
    'Frågan överst på tavlan. Jag börjar på måndag.',
    'Stå upp på morgonmötet i två veckor.',
    'Ringa dagen efter. Vi delar på det.',
  ],
  nb: ['Spørsmålet øverst på tavla. Jeg begynner mandag.', 'Stå på morgenmøtet i to uker.', 'La den nyeste begynne.'],
  en: ['The question on top of the board. I start on Monday.', 'Standing, for two weeks.', 'Letting the newest begin.'],
}
const learned: Record<Locale, string[]> = {
  sv: [
    'Att fråga först.',
    'Att det går att vänta.',
    'Hur lite vi vet om varandras vardag.',
    'Att deras helger ser ut som våra.',
  ],
  nb: ['Å spørre først.', 'At det går an å vente.', 'Hvor lite vi vet om hverandres hverdag.', 'At helgene deres ligner våre.'],
  en: [
    'To ask first.',
    'That one can wait.',
    'How little we know of each other’s days.',
    'That their weekends look like ours.',
  ],
}
const better: Record<Locale, string[]> = {
  sv: ['Visa en dålig dag också.', 'Mer tid med dem som arbetar kväll.'],
  nb: ['Vis en dårlig dag også.', 'Mer tid med dem som jobber kveld.'],
  en: ['Show us a bad day too.', 'More time with those who work evenings.'],
}

export function answersOfGuest({ seed, warmth, language }: Given): Answers {
  const roll = dice(seed)
  const tries = roll() < warmth
  const scale = Object.fromEntries(
    ['GST01', 'GST02', 'GST03', 'GST04', 'GST05', 'GST06', 'GST07', 'GST08', 'GST09'].map((item) => [
      item,
      likert(roll(), warmth),
    ]),
  )
  return {
    ...scale,
    GST10: tenth(roll(), warmth),
    GST11: tries ? 'yes' : 'no',
    ...(tries ? { GST12: said(tried, language, roll()) } : {}),
    ...(roll() < 0.7 ? { GST13: said(learned, language, roll()) } : {}),
    ...(roll() < 0.3 ? { GST14: said(better, language, roll()) } : {}),
  }
}

export function answersOfHost({ seed, warmth, language }: Given): Answers {
  const roll = dice(seed)
  const improves = roll() < warmth
  const scale = Object.fromEntries(
    ['HST01', 'HST02', 'HST03', 'HST04', 'HST05', 'HST07', 'HST08'].map((item) => [item, likert(roll(), warmth)]),
  )
  return {
    ...scale,
    HST06: roll() < 0.9 ? 'yes' : 'no',
    HST09: tenth(roll(), warmth),
    HST10: improves ? 'yes' : 'no',
    ...(improves ? { HST11: said(tried, language, roll()) } : {}),
    ...(roll() < 0.6 ? { HST12: said(learned, language, roll()) } : {}),
  }
}

/** 4 or 5 with the chance `warmth`, else 3 or 2, now and then "don't know". */
function likert(luck: number, warmth: number): number | null {
  if (luck < warmth * 0.6) return 5
  if (luck < warmth) return 4
  if (luck > 0.985) return null
  return luck < warmth + (1 - warmth) * 0.7 ? 3 : 2
}

function tenth(luck: number, warmth: number): number {
  if (luck < warmth * 0.75) return luck < warmth * 0.4 ? 10 : 9
  if (luck < warmth) return 8
  return luck < warmth + (1 - warmth) * 0.6 ? 7 : 5
}

function said(words: Record<Locale, string[]>, language: Locale, luck: number) {
  const list = words[language]
  return { text: list[Math.floor(luck * list.length)] ?? '', language }
}
