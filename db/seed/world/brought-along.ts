// The improvement work that a group brings when its story names none of its own.
import type { PersonKey } from './people.ts'
import type { Work } from './story.ts'

const works: Partial<Record<PersonKey, Omit<Work, 'by'>>> = {
  tove: {
    title: 'Rådslaget',
    aim: 'Alla yrken ska komma till tals om en patient varje dag.',
    method: 'En kvart efter lunch. Den som är nyast börjar.',
    status: 'introduced',
    measure: 'Fyra av fem dagar blev det av i våras.',
    struggle: 'Dagar då läkaren är ensam.',
  },
  torill: {
    title: 'Fem dager hjemme',
    aim: 'Færre hastebesøk den første uken.',
    method: 'Vi ringer hver pasient de fem første dagene etter utskrivning.',
    status: 'testing',
    measure: 'Hastebesøk i måneden.',
    struggle: 'Helgene.',
  },
  mikko: {
    title: 'One page for a week',
    aim: 'A student who knows on Monday what Friday is for.',
    method: 'One page, filled in together, on the wall of the coffee room.',
    status: 'testing',
    measure: 'How many weeks have a page.',
    struggle: 'Two languages on one page.',
  },
  hanna: {
    title: 'Gemensam rond en gång i veckan',
    aim: 'Läkarstudenter och sjuksköterskestudenter planerar tillsammans.',
    method: 'Tjugo minuter, samma patient, två studenter.',
    status: 'testing',
    measure: 'Antal ronder av planerade.',
    struggle: 'Att hinna återkoppla samma dag.',
  },
  lena: {
    title: 'Samma bil',
    aim: 'Första hembesöket görs av tre yrken tillsammans.',
    method: 'Sjuksköterska, arbetsterapeut och undersköterska åker i samma bil.',
    status: 'introduced',
    measure: 'Dagar till första hjälpmedlet.',
    struggle: 'Tid för reflektion när alla är ute.',
  },
  mona: {
    title: 'Studentsalen',
    aim: 'Studenter från tre utbildningar sköter vården tillsammans.',
    method: 'Fyra vårdplatser, två veckor i taget, en handledare i bakgrunden.',
    status: 'introduced',
    measure: 'Studenternas och patienternas omdöme.',
    struggle: 'Överlämningen när veckorna tar slut.',
  },
  maeve: {
    title: 'Families first',
    aim: 'Families have tried before they need to.',
    method: 'Three sessions at the bedside and one at the kitchen table.',
    status: 'testing',
    measure: 'Calls from families in the first week.',
    struggle: 'Families who live far away.',
  },
}

const tallbacken: Omit<Work, 'by'> = {
  title: 'Frågan överst på tavlan',
  aim: 'Patientens egna ord ska stå överst, inte våra mått.',
  method: 'Hemgångssamtalet börjar med vad patienten vill göra den första morgonen hemma.',
  status: 'testing',
  measure: 'Svar överst på tavlan, av antalet inskrivna.',
  struggle: 'Att hålla i det när vi är få.',
}

export function broughtAlong(coordinator: PersonKey): Work[] {
  return [{ by: coordinator, ...(works[coordinator] ?? tallbacken) }]
}
