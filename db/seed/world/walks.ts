// Pairs of the demo world on the path that ships: how far they have come, and what they have written together.
import type { Walker } from '#app/features/pairs/words.ts'
import type { PersonKey } from './people.ts'
import type { UnitKey } from './units.ts'

export type WalkStory = {
  resourcePerson: PersonKey
  leader: PersonKey
  at: UnitKey
  /** Days before today that it began. */
  ago: number
  /** Modules that both have been through, in the path's order; optional ones are left out unless `all`. */
  modules: number
  all?: true
  /** What the two wrote in a module, by its place among those they have been through; else the one below. */
  goals?: readonly string[]
  /** The resource person has done this many activities of the next module, and confirmed what stands there. */
  begun?: { activities: number; confirms?: true }
  ends?: true
  /** Who has taken out their certificate; the other one can. */
  certified?: Walker
  pauses?: true
}

/** What pairs agree on in each module, when they write nothing of their own. */
export const usualGoals: readonly string[] = [
  'Fyra timmar i månaden, torsdagar efter lunch. Målet: alla i arbetslaget vet vem man frågar.',
  'Vi tittar på en sak ur patientens håll varje vecka, och skriver upp den på tavlan.',
  'En kort stund i månaden på arbetsplatsträffen, planerad efter de sex frågorna.',
  'Ett mått som vi orkar följa: hur många som har ett eget mål i journalen efter två dygn.',
  'Ett litet test i taget, en vecka, en patient. Vi ses vid linjediagrammet på måndagar.',
  'Chefen frågar mer och svarar mindre. Vi säger till varandra när det händer.',
  'Två till ska kunna hålla stunden själva före sommaren.',
  'Vi provar att säga högt vad vi ser, två gånger, och att fråga om vi inte fick svar.',
  'En bild av hur det ska vara om ett år, gjord av alla som var på plats.',
  'Det som fungerar skrivs in i introduktionen. Vi berättar för de andra enheterna i höst.',
]

export const walks: readonly WalkStory[] = [
  {
    ...{ resourcePerson: 'samira', leader: 'elsa', at: 'tallbacken', ago: 190, modules: 5 },
    begun: { activities: 2, confirms: true },
    goals: [
      'Samira har fyra timmar i månaden, onsdagar 13–14. Målet: alla nya ska ha övat hemgångssamtalet innan de håller ett själva.',
      'Patienten ska kunna säga sitt mål med egna ord. Vi frågar tre patienter i veckan.',
      'Två korta stunder om hemgångssamtalet före jul: en för kvällspersonalen och en för vikarierna.',
      'Måttet: andel hemgångssamtal där målet står i patientens egna ord. Vi räknar tio samtal i månaden.',
      'Vi provade att skriva målet på tavlan. Det höll måndag till onsdag. Nästa test: helgen.',
    ],
  },
  {
    ...{ resourcePerson: 'yusuf', leader: 'elsa', at: 'tallbacken', ago: 260, modules: 8, certified: 'leader' },
    goals: [
      'Två timmar i månaden för att öva kollegor i förflyttning, torsdagar efter rapporten.',
      'Säker betyder för oss: ingen lyfter ensam, och alla vågar säga till.',
      'Tre pass på en kvart, vid sängen, med en kollega som patient.',
      'Vi räknar lyft där två var med, varje vecka, på tavlan.',
      'Vi provar att den som kommer först till salen hämtar den andra.',
      'Elsa frågar, Yusuf svarar: vad är ditt nästa steg, och när?',
      'Samira tar över ett pass och lär två till.',
      'Det som blir kvar: en fråga om förflyttning på varje morgonmöte.',
    ],
  },
  { resourcePerson: 'karin', leader: 'elsa', at: 'tallbacken', ago: 300, modules: 3, pauses: true },
  { resourcePerson: 'tove', leader: 'nils', at: 'alvkroken', ago: 340, modules: 10, all: true },
  { resourcePerson: 'leyla', leader: 'nils', at: 'alvkroken', ago: 280, modules: 3, ends: true },
  { resourcePerson: 'bengt', leader: 'nils', at: 'alvkroken', ago: 150, modules: 4 },
  { resourcePerson: 'hanna', leader: 'anders', at: 'stenhaga', ago: 120, modules: 2, begun: { activities: 3 } },
  { resourcePerson: 'ali', leader: 'anders', at: 'lindhaga', ago: 200, modules: 6 },
  { resourcePerson: 'rania', leader: 'per', at: 'bjorkudden', ago: 170, modules: 4, begun: { activities: 1 } },
  { resourcePerson: 'jonas', leader: 'per', at: 'bjorkudden', ago: 90, modules: 1 },
]
