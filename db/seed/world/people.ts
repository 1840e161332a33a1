// The people of the demo world. All invented. Those with `door` can be signed in to with the password that the demo prints.
import type { RoleKind } from '#app/kernel/actor.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { UnitKey } from './units.ts'

export type Cast = {
  name: string
  profession: string
  locale: Locale
  /** BCP 47 of what they write; their locale unless told. */
  writes?: string
  /** The account's name before @demo.example; a person without one has an address made from the name. */
  door?: string
  roles: readonly { kind: RoleKind; at: UnitKey | null }[]
}

const member = (at: UnitKey) => [{ kind: 'member' as const, at }]
const role = (kind: RoleKind, at: UnitKey) => ({ kind, at })

export const people = {
  alva: {
    name: 'Alva Lindgren',
    profession: 'systemförvaltare',
    locale: 'sv',
    door: 'admin',
    roles: [{ kind: 'admin', at: null }],
  },
  anders: {
    name: 'Anders Forsberg',
    profession: 'utbildningschef',
    locale: 'sv',
    door: 'lead',
    roles: [role('education_lead', 'region')],
  },
  elsa: {
    name: 'Elsa Björk',
    profession: 'enhetschef',
    locale: 'sv',
    door: 'manager',
    roles: [role('unit_manager', 'tallbacken')],
  },
  karin: {
    name: 'Karin Åkerlund',
    profession: 'sjuksköterska',
    locale: 'sv',
    door: 'host',
    roles: [role('host_coordinator', 'tallbacken')],
  },
  samira: {
    name: 'Samira Nilsson',
    profession: 'undersköterska',
    locale: 'sv',
    door: 'resource',
    roles: [role('resource_person', 'tallbacken')],
  },
  yusuf: {
    name: 'Yusuf Demir',
    profession: 'fysioterapeut',
    locale: 'sv',
    door: 'supervisor',
    roles: [role('supervisor', 'tallbacken')],
  },
  ingrid: { name: 'Ingrid Solheim', profession: 'avdelingsleder', locale: 'nb', door: 'guest', roles: [] },
  maeve: {
    name: 'Maeve Byrne',
    profession: 'community rehab lead',
    locale: 'en',
    door: 'partner',
    roles: [role('host_coordinator', 'rosslea')],
  },
  // Nordvik
  ailu: { name: 'Áilu Sara', profession: 'sykepleier', locale: 'nb', roles: [] },
  sindre: { name: 'Sindre Nygård', profession: 'ergoterapeut', locale: 'nb', roles: [] },
  mari: { name: 'Mari Johnsen', profession: 'helsefagarbeider', locale: 'nb', roles: [] },
  torill: { name: 'Torill Hansen', profession: 'fagutvikler', locale: 'nb', roles: [role('host_coordinator', 'nordvik')] },
  olav: { name: 'Olav Berg', profession: 'fysioterapeut', locale: 'nb', roles: [] },
  // Älvkroken
  tove: { name: 'Tove Lundin', profession: 'distriktssköterska', locale: 'sv', roles: [role('host_coordinator', 'alvkroken')] },
  bengt: { name: 'Bengt Sundqvist', profession: 'allmänläkare', locale: 'sv', roles: member('alvkroken') },
  leyla: { name: 'Leyla Aydin', profession: 'undersköterska', locale: 'sv', roles: member('alvkroken') },
  greta: { name: 'Greta Ek', profession: 'psykolog', locale: 'sv', roles: member('alvkroken') },
  nils: { name: 'Nils Rehn', profession: 'verksamhetschef', locale: 'sv', roles: [role('unit_manager', 'alvkroken')] },
  // Rosslea
  ciaran: { name: 'Ciarán Doyle', profession: 'physiotherapist', locale: 'en', roles: member('rosslea') },
  niamh: { name: 'Niamh Kelly', profession: 'occupational therapist', locale: 'en', roles: member('rosslea') },
  aoife: { name: 'Aoife Walsh', profession: 'nurse', locale: 'en', roles: member('rosslea') },
  // Björkudden, home care
  lena: { name: 'Lena Holm', profession: 'sjuksköterska', locale: 'sv', roles: [role('host_coordinator', 'bjorkudden')] },
  jonas: { name: 'Jonas Wik', profession: 'undersköterska', locale: 'sv', roles: member('bjorkudden') },
  rania: { name: 'Rania Haddad', profession: 'arbetsterapeut', locale: 'sv', roles: member('bjorkudden') },
  per: { name: 'Per Ström', profession: 'enhetschef', locale: 'sv', roles: [role('unit_manager', 'bjorkudden')] },
  // Stenhaga and Lindhaga
  hanna: { name: 'Hanna Öst', profession: 'sjuksköterska', locale: 'sv', roles: [role('host_coordinator', 'stenhaga')] },
  david: { name: 'David Persson', profession: 'överläkare', locale: 'sv', roles: member('stenhaga') },
  mona: {
    name: 'Mona Berglund',
    profession: 'studierektor',
    locale: 'sv',
    roles: [role('host_coordinator', 'lindhaga'), role('host_coordinator', 'larcentrum')],
  },
  ali: { name: 'Ali Rezai', profession: 'sjuksköterska', locale: 'sv', roles: member('lindhaga') },
  gunilla: { name: 'Gunilla Sjö', profession: 'enhetschef', locale: 'sv', roles: [role('unit_manager', 'stenhaga')] },
  // Those who walked the path first
  ines: { name: 'Ines Kovač', profession: 'arbetsterapeut', locale: 'sv', roles: member('tallbacken') },
  emil: { name: 'Emil Norén', profession: 'barnsjuksköterska', locale: 'sv', roles: member('ekbacken') },
  sofia: { name: 'Sofia Hedlund', profession: 'enhetschef', locale: 'sv', roles: [role('unit_manager', 'ekbacken')] },
  // Kotilahti, Finland
  mikko: { name: 'Mikko Lahtinen', profession: 'sairaanhoitaja', locale: 'en', roles: [role('host_coordinator', 'kotilahti')] },
  aino: { name: 'Aino Virtanen', profession: 'fysioterapeutti', locale: 'en', roles: [] },
  petra: { name: 'Petra Nyman', profession: 'närvårdare', locale: 'sv', roles: [] },
  jukka: { name: 'Jukka Salo', profession: 'osastonhoitaja', locale: 'en', roles: [] },
  // Skovlunden, Denmark
  freja: { name: 'Freja Østergaard', profession: 'sygeplejerske', locale: 'nb', writes: 'da', roles: [] },
  mads: { name: 'Mads Kjær', profession: 'ergoterapeut', locale: 'nb', writes: 'da', roles: [] },
  signe: { name: 'Signe Holst', profession: 'social- og sundhedsassistent', locale: 'nb', writes: 'da', roles: [] },
  // Hraun, Iceland
  jon: { name: 'Jón Þórsson', profession: 'hjúkrunarfræðingur', locale: 'en', roles: [] },
  sigrun: { name: 'Sigrún Jónsdóttir', profession: 'sjúkraþjálfari', locale: 'en', roles: [] },
} as const satisfies Record<string, Cast>

export type PersonKey = keyof typeof people

/** Those who can be signed in to with the demo's password. */
export const doors = (Object.keys(people) as PersonKey[]).flatMap((key) => {
  const cast: Cast = people[key]
  return cast.door ? [{ key, door: cast.door }] : []
})

/** The address: the door's name for those who have one, else made from the person's name. */
export function addressOf(cast: Cast): string {
  const local =
    cast.door ??
    cast.name
      .toLowerCase()
      .replace(/[øó]/g, 'o')
      .replace(/æ/g, 'ae')
      .replace(/þ/g, 'th')
      .normalize('NFKD')
      .replace(/[^a-z ]/g, '')
      .replaceAll(' ', '.')
  return `${local}@demo.example`
}
