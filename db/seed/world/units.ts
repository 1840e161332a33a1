// The demo world's organisation tree. Regions and counties carry their public names (db/reference/regions.json); every unit
// below them is invented and marked as demo.
import type { UnitKind, VisitForm } from '#app/features/units/rules/words.ts'

export type UnitSeed = {
  parent?: string
  kind: UnitKind
  name: string
  country: 'SE' | 'NO' | 'DK' | 'FI' | 'IE' | 'IS'
  placeCode?: string
  city?: string
  language: 'sv' | 'nb' | 'en' | 'da' | 'fi' | 'is'
  offer?: {
    canShow: string
    struggleWith: string
    practicalities?: string
    languages: ('sv' | 'nb' | 'en' | 'da' | 'fi')[]
    forms?: VisitForm[]
    groupMax?: number
    daysMax?: number
    closed?: { from: number; to: number; reason: string }
  }
}

const se = { country: 'SE', placeCode: 'SE-F', language: 'sv' } as const

export const units = {
  region: { ...se, kind: 'region', name: 'Region Jönköpings län' },
  norrsjo: { ...se, parent: 'region', kind: 'area', name: 'Område Norrsjö' },
  tallbacken: {
    ...se,
    parent: 'norrsjo',
    kind: 'ward',
    name: 'Rehabavdelningen Tallbacken',
    city: 'Norrsjö',
    offer: {
      canShow:
        'Morgonmötet vid tavlan, elva minuter stående. Hemgångssamtalet där patienten själv säger målet. Handledning av studenter två och två.',
      struggleWith: 'Helgerna. Målet vi satte på fredagen är ofta borta på måndagen. Och att hinna skriva ner det vi lär oss.',
      practicalities: 'Entré B, plan 2. Säg ”Tallbacken” i receptionen så kommer någon. Ringar och klockor av på avdelningen.',
      languages: ['sv', 'nb', 'en'],
      forms: ['on_site', 'mixed'],
      groupMax: 7,
      daysMax: 4,
      closed: { from: 150, to: 185, reason: 'Sommar: vi har många vikarier och tar inte emot besök.' },
    },
  },
  stenhaga: {
    ...se,
    parent: 'norrsjo',
    kind: 'ward',
    name: 'Kirurgavdelningen Stenhaga',
    city: 'Norrsjö',
    offer: {
      canShow: 'Hur läkarstudenter och sjuksköterskestudenter går en gemensam rond en gång i veckan.',
      struggleWith: 'Att hinna återkoppla samma dag.',
      languages: ['sv', 'en'],
      groupMax: 4,
    },
  },
  lindhaga: {
    ...se,
    parent: 'norrsjo',
    kind: 'ward',
    name: 'Medicinavdelningen Lindhaga',
    city: 'Norrsjö',
    offer: {
      canShow: 'Studentsalen: fyra vårdplatser där studenter från tre utbildningar sköter vården tillsammans.',
      struggleWith: 'Överlämningen när studentveckorna tar slut.',
      languages: ['sv', 'en'],
      groupMax: 5,
    },
  },
  ekbacken: { ...se, parent: 'norrsjo', kind: 'clinic', name: 'Barnmottagningen Ekbacken', city: 'Norrsjö' },
  alvkroken: {
    ...se,
    parent: 'norrsjo',
    kind: 'care_centre',
    name: 'Vårdcentralen Älvkroken',
    city: 'Älvkroken',
    offer: {
      canShow:
        'Rådslaget: en kvart varje dag då alla yrken tar upp en patient som någon tänker på. Mottagning tillsammans med studenter.',
      struggleWith: 'Att de som frågar mest inte alltid är de som behöver mest.',
      practicalities: 'Parkering bakom huset. Tysta rummet kan lånas.',
      languages: ['sv', 'nb', 'en'],
      forms: ['on_site', 'digital', 'mixed'],
      groupMax: 6,
    },
  },
  kommun: { ...se, kind: 'municipality', name: 'Norrsjö kommun', city: 'Norrsjö' },
  bjorkudden: {
    ...se,
    parent: 'kommun',
    kind: 'team',
    name: 'Hemsjukvården Björkudden',
    city: 'Norrsjö',
    offer: {
      canShow: 'Första hembesöket tillsammans: sjuksköterska, arbetsterapeut och undersköterska i samma bil.',
      struggleWith: 'Tid för reflektion när alla är ute.',
      languages: ['sv'],
      groupMax: 3,
    },
  },
  larcentrum: {
    ...se,
    parent: 'region',
    kind: 'education_unit',
    name: 'Lärcentrum Norrsjö',
    city: 'Norrsjö',
    offer: {
      canShow: 'Handledarutbildning på distans, med fall från deltagarnas egen vardag.',
      struggleWith: 'Att nå dem som arbetar natt.',
      languages: ['sv', 'nb', 'en'],
      forms: ['digital'],
      groupMax: 30,
    },
  },
  nordvik: {
    country: 'NO',
    placeCode: 'NO-18',
    language: 'nb',
    kind: 'team',
    name: 'Hjemmetjenesten Nordvik',
    city: 'Nordvik',
    offer: {
      canShow: 'Fem dager hjemme: vi ringer hver pasient de fem første dagene etter utskrivning.',
      struggleWith: 'Helgene. Da ringer ingen.',
      practicalities: 'Fergen går hver time. Ta med regntøy.',
      languages: ['nb', 'sv', 'en'],
      groupMax: 5,
    },
  },
  rosslea: {
    country: 'IE',
    language: 'en',
    kind: 'partner_organisation',
    name: 'Rosslea Community Rehab',
    city: 'Rosslea',
    offer: {
      canShow: 'Training families before the day of discharge: three short sessions at the bedside, one at the kitchen table.',
      struggleWith: 'Eleven fields in the plan, and not one of them in the patient’s own voice.',
      languages: ['en'],
      forms: ['on_site', 'digital'],
      groupMax: 6,
    },
  },
  kotilahti: {
    country: 'FI',
    language: 'fi',
    kind: 'care_centre',
    name: 'Kotilahti kuntoutuskeskus',
    city: 'Kotilahti',
    offer: {
      canShow: 'Sauna as a place for talking: rehabilitation groups that people look forward to.',
      struggleWith: 'Two languages on one ward, and one of them in the papers.',
      languages: ['fi', 'sv', 'en'],
      groupMax: 5,
    },
  },
} as const satisfies Record<string, UnitSeed>

export type UnitKey = keyof typeof units
