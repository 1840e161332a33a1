// Invented people and texts of the gallery; the gallery is answered only outside production.
import type { ThreadStep } from '../thread.tsx'

export const karin = { name: 'Karin Lund', picture: '/faces/karin.svg' }
export const ingrid = { name: 'Ingrid Dahl', picture: '/faces/ingrid.svg' }
export const sindre = { name: 'Sindre Moe', picture: '/faces/sindre.svg' }
export const yusuf = { name: 'Yusuf Ali' }

const labels = ['Förfrågan', 'Dialog', 'Bekräftat', 'Förbereds', 'Pågår', 'Utvärderas', 'Summerat', 'Följs upp', 'Avslutat']
const dates = ['2 nov', '9 nov', '20 nov', 'nu', '2–4 feb', undefined, undefined, 'maj, aug', undefined]

/** The nine steps with the step `now` (from 0) as the present one. */
export function stepsAt(now: number): ThreadStep[] {
  return labels.map((label, index) => ({
    key: label,
    label,
    date: dates[index],
    state: index < now ? 'done' : index === now ? 'now' : 'next',
  }))
}

export const goal = {
  text: 'Forstå hvordan dere holder hjemreisesamtalen, slik at pasienten selv setter målene.',
  lang: 'nb',
}

/** Twelve terms; the third is hidden, the sixth has no data. */
export const terms = [78.0, 79.6, 76.0, 80.0, 78.8, null, 82.8, 86.0, 88.0, 87.1, 90.0, 88.3].map((value, index) => ({
  label: `${index % 2 === 0 ? 'VT' : 'HT'}${21 + Math.floor(index / 2)}`,
  value,
  hidden: index === 2,
}))
