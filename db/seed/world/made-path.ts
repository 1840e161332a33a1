// A path that the region of the demo world has made itself: two modules that are out in two languages, a third being written.
import { emptyModule } from '#app/features/paths/rules/empty.ts'
import type { Activity, LearningModule, Passage, PathDraft } from '#app/features/paths/rules/shape.ts'

const say = (sv: string, nb = '') => ({ sv, nb, en: '' })
const read = (sv: string[], nb: string[] = []): Passage => ({ sv, nb, en: [] })
const noText = read([])

const firstDay: Activity = {
  ...{ id: 'first-day', kind: 'study', minutes: 20, title: say('Den första dagen', 'Den første dagen') },
  text: read(
    [
      'Studenten minns hur hon blev mottagen långt efter att hon har glömt vad ni sa. Någon som väntar, ett namn på skåpet och en halvtimme utan avbrott räcker långt.',
      'Fråga tidigt vad studenten har gjort förut och vad hon är orolig för. Då slipper ni båda gissa.',
    ],
    [
      'Studenten husker hvordan hun ble tatt imot lenge etter at hun har glemt hva dere sa. Noen som venter, et navn på skapet og en halvtime uten avbrudd rekker langt.',
      'Spør tidlig hva studenten har gjort før, og hva hun er urolig for. Da slipper dere begge å gjette.',
    ],
  ),
  example: noText,
  task: read(
    ['Skriv ner era tre första timmar med en student. Vad gör ni av vana, och vad har ni bestämt?'],
    ['Skriv ned de tre første timene deres med en student. Hva gjør dere av vane, og hva har dere bestemt?'],
  ),
}

const readiness: Activity = {
  ...{ id: 'readiness', kind: 'checklist', minutes: 15, title: say('Innan studenten kommer', 'Før studenten kommer') },
  text: read(['Gå igenom listan veckan före.'], ['Gå gjennom listen uken før.']),
  items: [
    {
      id: 'name',
      text: say('Schemat har studentens namn, inte ”student”.', 'Vaktlisten har studentens navn, ikke «student».'),
    },
    { id: 'second', text: say('Två handledare kan svara, inte bara en.', 'To veiledere kan svare, ikke bare én.') },
    { id: 'hour', text: say('Det finns en timme i veckan för samtal.', 'Det er satt av én time i uken til samtale.') },
  ],
}

const feedback: Activity = {
  ...{
    id: 'feedback',
    kind: 'practice',
    minutes: 30,
    title: say('Ge återkoppling på en situation', 'Gi tilbakemelding på en situasjon'),
  },
  text: read(
    ['Bra återkoppling handlar om det du såg, kommer samma dag och slutar i vad som händer härnäst.'],
    ['God tilbakemelding handler om det du så, kommer samme dag og slutter i hva som skjer nå.'],
  ),
  task: read(
    ['Välj en situation den här veckan. Be om lov, säg vad du såg, fråga hur studenten tänkte och bestäm ett nästa steg.'],
    ['Velg en situasjon denne uken. Be om lov, si hva du så, spør hvordan studenten tenkte, og bestem et neste steg.'],
  ),
}

const backing: Activity = {
  ...{ id: 'backing', kind: 'study', minutes: 15, title: say('Tid är chefens ansvar', 'Tid er lederens ansvar') },
  text: read(
    ['Handledning som ska rymmas mellan allt annat blir av ibland. Handledning som står i schemat blir av.'],
    ['Veiledning som skal få plass mellom alt annet, blir noe av iblant. Veiledning som står i vaktlisten, blir noe av.'],
  ),
  example: noText,
  task: read(['Lägg in en timme i veckan i nästa schema.'], ['Legg inn én time i uken i neste vaktliste.']),
}

const welcome: LearningModule = {
  ...emptyModule('welcome', { text: 'Ta emot', language: 'sv' }),
  title: say('Ta emot', 'Ta imot'),
  aim: say(
    'Ni har bestämt hur en student blir mottagen hos er.',
    'Dere har bestemt hvordan en student blir tatt imot hos dere.',
  ),
  lead: read(
    ['De första timmarna avgör hur trygg studenten vågar vara med sina frågor.'],
    ['De første timene avgjør hvor trygg studenten våger å være med spørsmålene sine.'],
  ),
  tracks: { resource_person: [firstDay, readiness], leader: [backing] },
  reflection: [say('Hur blev du själv mottagen?', 'Hvordan ble du selv tatt imot?')],
}

const talk: LearningModule = {
  ...emptyModule('talk', { text: 'Återkoppla', language: 'sv' }),
  title: say('Återkoppla', 'Gi tilbakemelding'),
  aim: say(
    'Ni ger återkoppling som studenten kan använda samma dag.',
    'Dere gir tilbakemelding som studenten kan bruke samme dag.',
  ),
  requires: ['welcome'],
  tracks: { resource_person: [feedback], leader: [] },
  joint: {
    ...{ title: say('Vad vi såg hos varandra', 'Hva vi så hos hverandre'), minutes: 30 },
    text: read(
      ['Ta med en situation var. Lyssna klart innan ni svarar.'],
      ['Ta med en situasjon hver. Lytt ferdig før dere svarer.'],
    ),
    ask: [say('Vad gjorde skillnad för studenten?', 'Hva gjorde en forskjell for studenten?')],
  },
}

const ending: LearningModule = {
  ...emptyModule('ending', { text: 'Avsluta och lämna över', language: 'sv' }),
  aim: say('Studenten vet vad hon kan, och nästa handledare får veta det av henne.'),
  requires: ['talk'],
}

export const madeTitle = 'Handleda studenter i vår region'

/** As it was published. */
export const published: Partial<PathDraft> = {
  languages: ['sv', 'nb'],
  title: say(madeTitle, 'Veilede studenter i vår region'),
  lead: read(
    ['För dig som handleder studenter och för din chef. Två moduler, en eftermiddag var, med något att prova på jobbet.'],
    ['For deg som veileder studenter, og for lederen din. To moduler, en ettermiddag hver, med noe å prøve på jobben.'],
  ),
  pace: say('En modul i månaden.', 'Én modul i måneden.'),
  modules: [welcome, talk],
}

/** What is being written now. */
export const written: Partial<PathDraft> = { modules: [welcome, talk, ending] }
