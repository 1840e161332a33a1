// Who plays the visit: a Swedish unit receives guests from Norway and Ireland, each reading in their own language.
import type { Locale } from '#app/kernel/locales.ts'

export type Role = { name: string; email: string; locale: Locale; profession: string; organisation: string }

const nordvik = 'Hjemmetjenesten Nordvik'
const tallbacken = 'Rehabavdelningen Tallbacken'
const galway = 'Galway Community Care'

export const units = { host: tallbacken, guest: nordvik, other: galway, clinic: 'Rehabkliniken', region: 'Region Örebro län' }

function role(name: string, locale: Locale, profession: string, organisation: string): Role {
  const email = `${name
    .normalize('NFKD')
    .replace(/[^a-zA-Z]/g, '')
    .toLowerCase()}@example.org`
  return { name, email, locale, profession, organisation }
}

export const astrid = role('Astrid Ek', 'sv', 'administratör', units.region)

export const karin = role('Karin Åkerlund', 'sv', 'sjuksköterska', tallbacken)
export const yusuf = role('Yusuf Demir', 'sv', 'fysioterapeut', tallbacken)
export const samira = role('Samira Nilsson', 'sv', 'undersköterska', tallbacken)
export const elsa = role('Elsa Öberg', 'sv', 'enhetschef', tallbacken)
export const bo = role('Bo Lind', 'sv', 'arbetsterapeut', tallbacken)

export const ingrid = role('Ingrid Solheim', 'nb', 'avdelingsleder', nordvik)
export const sindre = role('Sindre Nygård', 'nb', 'ergoterapeut', nordvik)
export const mari = role('Mari Lunde', 'nb', 'sykepleier', nordvik)
export const maeve = role('Maeve Byrne', 'en', 'occupational therapist', galway)
export const aoife = role('Aoife Daly', 'en', 'nurse', galway)

export const hosts = [karin, yusuf, samira, elsa, bo]
export const guests = [ingrid, sindre, mari, maeve, aoife]

const tags = { sv: 'sv-SE', nb: 'nb-NO', en: 'en-GB' } as const

export function tagOf(locale: Locale) {
  return tags[locale]
}
