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
  /** Days before today that they ended it, and before that when all modules of above were done; else they go evenly on to today. */
  ends?: number
  done?: number
  /** They have given their modules days, one a month. */
  planned?: true
  /** Their latest talk has passed, and nobody has noted it. */
  forgot?: true
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

/** The first ones of the region and the municipality, who have been through it for some time. */
const firstRound: readonly WalkStory[] = [
  { resourcePerson: 'greta', leader: 'nils', at: 'alvkroken', ago: 620, modules: 8, done: 250, ends: 240 },
  { resourcePerson: 'mona', leader: 'anders', at: 'lindhaga', ago: 560, modules: 8, done: 210, ends: 190 },
  { resourcePerson: 'ines', leader: 'elsa', at: 'tallbacken', ago: 540, modules: 8, done: 200, ends: 170 },
  { resourcePerson: 'emil', leader: 'sofia', at: 'ekbacken', ago: 520, modules: 8, done: 180, ends: 175 },
  { resourcePerson: 'david', leader: 'gunilla', at: 'stenhaga', ago: 480, modules: 8, done: 150, ends: 130 },
  { resourcePerson: 'lena', leader: 'per', at: 'bjorkudden', ago: 430, modules: 8, done: 120, ends: 110 },
]

export const walks: readonly WalkStory[] = [
  ...firstRound,
  {
    ...{ resourcePerson: 'samira', leader: 'elsa', at: 'tallbacken', ago: 190, modules: 5 },
    begun: { activities: 2, confirms: true },
    planned: true,
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
    forgot: true,
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
  { resourcePerson: 'karin', leader: 'elsa', at: 'tallbacken', ago: 380, modules: 3, pauses: true },
  { resourcePerson: 'tove', leader: 'nils', at: 'alvkroken', ago: 400, modules: 10, all: true },
  { resourcePerson: 'leyla', leader: 'nils', at: 'alvkroken', ago: 390, modules: 3, ends: 4 },
  { resourcePerson: 'bengt', leader: 'nils', at: 'alvkroken', ago: 150, modules: 4 },
  { resourcePerson: 'hanna', leader: 'anders', at: 'stenhaga', ago: 120, modules: 2, begun: { activities: 3 } },
  { resourcePerson: 'ali', leader: 'anders', at: 'lindhaga', ago: 200, modules: 6 },
  { resourcePerson: 'rania', leader: 'per', at: 'bjorkudden', ago: 170, modules: 4, begun: { activities: 1 } },
  { resourcePerson: 'jonas', leader: 'per', at: 'bjorkudden', ago: 90, modules: 1 },
]

/** A learning group across units: who made it, who is in it, who has not answered, and what they have shared. */
export const learningGroup = {
  ...{ by: 'anders', at: 'region', name: 'Vi som övar hemgångssamtalet' },
  members: ['samira', 'hanna', 'ali'],
  asked: 'bengt',
  shared: [
    {
      ...{ by: 'samira', moduleId: 'M1' },
      text: 'Den som går hem hörde tre saker av tolv. Nu säger jag tre, och frågar vad de hörde.',
    },
    {
      ...{ by: 'ali', moduleId: 'M4' },
      text: 'Vi provade en enda kväll. Det räckte för att se att lappen satt på fel sida av dörren.',
    },
  ],
} as const satisfies {
  by: PersonKey
  at: UnitKey
  name: string
  members: readonly PersonKey[]
  asked: PersonKey
  shared: readonly { by: PersonKey; moduleId: string; text: string }[]
}

/** What was said in talks, in turn, and what the two agreed on. */
export const talkNotes: readonly { notes: string; nextStep: string }[] = [
  { notes: 'Vi gick igenom vad som hänt sedan sist. Tiden räcker om den läggs på onsdagar.', nextStep: '' },
  { notes: 'Två kollegor har frågat om de får vara med. Vi börjar med en.', nextStep: 'Visa en kollega och prata efteråt.' },
  { notes: 'Måttet går att följa. Vi slutar räkna det som ingen tittar på.', nextStep: '' },
  { notes: 'Kort samtal, mycket att göra på avdelningen. Vi håller fast vid nästa steg.', nextStep: 'Nytt försök på kvällen.' },
]

/** What walkers wrote about the path, in turn; an empty one wrote nothing. */
export const thoughtsOfPath: readonly { best: string; change: string }[] = [
  { best: 'Att vi satt ner tillsammans varje månad. Det hade vi aldrig gjort annars.', change: '' },
  { best: 'Förbättringsspelet. Alla ville prova igen.', change: 'Kortare texter i modulen om mått.' },
  { best: '', change: 'Mer om dem som arbetar natt.' },
  { best: 'Frågorna att ställa som chef. Jag använder dem varje vecka.', change: '' },
]
