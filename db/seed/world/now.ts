// What goes on in the demo world today: a visit in every state, and for each of the eight doors something to do.
import type { Story } from './story.ts'

/** Prepared for: the guests' preparation came yesterday, the hosts read and answer. */
export const tryggHemgang: Story = {
  title: 'Trygg hemgång',
  inquiry:
    'Vi vil være med på en hjemreisesamtale, og på morgenmøtet ved tavla. Vi er nysgjerrige på hvordan dere får pasientens eget mål til å overleve helgen.',
  host: 'tallbacken',
  hosts: ['karin', 'yusuf', 'samira', 'elsa'],
  organisations: [{ name: 'Hjemmetjenesten Nordvik', country: 'NO' }],
  guests: ['ingrid', 'ailu', 'sindre', 'mari'],
  starts: 13,
  days: 3,
  groupSize: 4,
  sentBefore: 14,
  goals: [
    { by: 'ingrid', text: 'Forstå hvordan dere holder hjemreisesamtalen, slik at pasienten selv setter målene.' },
    { by: 'ailu', text: 'Se hvordan rehabiliteringsplanen følger med når pasienten bytter kommune – og språk.' },
  ],
  works: [
    {
      by: 'sindre',
      title: 'Fem dager hjemme',
      aim: 'Færre hastebesøk den første uken etter utskrivning.',
      method: 'Vi ringer hver pasient de fem første dagene. Samme spørsmål hver gang, tre minutter i snitt.',
      status: 'introduced',
      measure: 'Hastebesøkene gikk fra ni til fire i måneden.',
      struggle: 'Det vi fortsatt strever med, er helgene.',
    },
  ],
  form_answers: { PRE04: 'Hvordan får vi det pasienten sa på fredag til å leve videre på mandag?' },
  slots: [
    { day: 0, at: '13:00-13:45', kind: 'other', title: 'Välkomna, kaffe och karta över huset', place: 'Entré B, plan 2', host: 'karin' },
    { day: 0, at: '14:00-15:30', kind: 'show', title: 'En vecka på Tallbacken, berättad vid tavlan', place: 'Expeditionen', host: 'samira' },
    { day: 1, at: '08:15-08:45', kind: 'show', title: 'Morgonmöte vid tavlan', place: 'Expeditionen', host: 'samira' },
    { day: 1, at: '09:00-10:00', kind: 'guest_presents', title: 'Fem dager hjemme: Nordvik berättar', place: 'Konferensrummet', host: 'karin', work: 0 },
    {
      day: 1,
      at: '10:30-11:45',
      kind: 'shadow',
      title: 'Följ med på hemgångssamtalet',
      place: 'Samtalsrummet, plan 2, dörren mittemot hissen',
      notes: 'Två och två. Patienten har sagt ja till att ni är med. Lyssna efter vem som säger orden först.',
      host: 'yusuf',
      goals: [0],
    },
    { day: 1, at: '12:00-12:50', kind: 'meal', title: 'Lunch i matsalen', notes: 'Fisk, eller rotfrukter för Mari.' },
    { day: 1, at: '13:00-14:30', kind: 'dialogue', title: 'När målet är patientens', notes: 'Vad gör vi när patientens mål inte är vårt?', place: 'Konferensrummet', host: 'elsa', goals: [0] },
    { day: 2, at: '09:00-10:30', kind: 'dialogue', title: 'Vad tar vi med oss hem?', place: 'Konferensrummet', host: 'karin' },
  ],
  confirmed: ['ailu', 'mari', 'karin', 'samira', 'elsa', 'yusuf'],
}

/** Under way since yesterday. */
export const goingHomeSafely: Story = {
  title: 'Going home safely',
  inquiry: 'We would like to stand at your board in the morning, and to hear who asks the patient and when. We bring our way of training families.',
  host: 'tallbacken',
  hosts: ['karin', 'yusuf', 'samira'],
  from: 'rosslea',
  guests: ['maeve', 'ciaran', 'niamh', 'aoife'],
  starts: -1,
  exact: true,
  days: 3,
  goals: [
    { by: 'maeve', text: 'See how the patient’s own goal survives from admission to the kitchen table.' },
    { by: 'ciaran', text: 'Find out what your board shows that our eleven fields do not.' },
    { by: 'karin', text: 'Lära oss hur Rosslea tränar närstående innan hemgången.' },
  ],
  works: [
    {
      by: 'niamh',
      title: 'Families first',
      aim: 'Nobody goes home to a family that has not tried the lift, the stairs and the medicine box.',
      method: 'Three short sessions at the bedside and one at the kitchen table, from a checklist of nine things.',
      status: 'testing',
      measure: 'Calls from families in the first week: 31 a month before, 19 now.',
      struggle: 'Families who live far away.',
    },
  ],
  slots: [
    { day: 0, at: '10:00-11:00', kind: 'other', title: 'Welcome and a walk through the house', place: 'Entré B, plan 2', host: 'karin' },
    { day: 0, at: '13:00-15:00', kind: 'shadow', title: 'Afternoon round, two and two', host: 'yusuf', goals: [0] },
    { day: 1, at: '08:15-08:45', kind: 'show', title: 'Morning meeting at the board', place: 'Expeditionen', host: 'samira', goals: [1] },
    { day: 1, at: '09:30-10:45', kind: 'guest_presents', title: 'Families first: Rosslea tells', place: 'Konferensrummet', host: 'karin', goals: [2], work: 0 },
    { day: 1, at: '12:00-12:50', kind: 'meal', title: 'Lunch' },
    { day: 1, at: '13:00-16:30', kind: 'dialogue', title: 'Whose goal is it?', place: 'Konferensrummet', host: 'yusuf', goals: [0] },
    { day: 2, at: '09:00-11:00', kind: 'dialogue', title: 'What do we take home?', place: 'Konferensrummet', host: 'karin', goals: [0, 1, 2] },
  ],
  posts: [
    {
      by: 'maeve',
      day: -4,
      at: '20:10',
      title: 'Four of us, one question',
      text: 'We pack light: one checklist, one question. Whose goal is it?\n\nWe read your post about the newspaper three times on the ward before we asked to come.',
      visibility: 'everyone',
      readers: 23,
      comments: [{ by: 'karin', after: 11, text: 'Så roligt att ni kommer. Tavlan är torkad. Kaffet är starkt.' }],
    },
    {
      by: 'ciaran',
      day: 0,
      at: '16:40',
      title: 'Nobody sits down',
      text: 'Eleven minutes, standing, everybody hears. At home the same meeting takes forty and half of us read the screen.\n\nI counted: seven people spoke, and three of them were not nurses or doctors.',
      comments: [
        { by: 'samira', after: 1, text: 'Vi satt också förr. Det var en student som frågade varför.' },
        { by: 'aoife', after: 2, text: 'I am stealing the standing. Tomorrow I ask about the chairs.' },
      ],
    },
  ],
}

/** Its days are over: questionnaires to answer, goals to judge, a summary to write. */
export const radslaget: Story = {
  title: 'Rådslaget en kvart om dagen',
  inquiry: 'Vi vill sitta med på rådslaget några dagar och förstå hur ni får alla yrken att ta upp en patient.',
  host: 'alvkroken',
  hosts: ['tove', 'leyla', 'bengt'],
  from: 'tallbacken',
  guests: ['samira', 'yusuf', 'elsa'],
  starts: -6,
  exact: true,
  days: 2,
  goals: [
    { by: 'samira', text: 'Förstå vad som gör att undersköterskorna tar ordet först.' },
    { by: 'yusuf', text: 'Se hur studenterna är med, och vad de får säga.' },
    { by: 'tove', text: 'Få höra hur det låter utifrån när vi tystnar.' },
  ],
  works: [
    {
      by: 'samira',
      title: 'Frågan överst på tavlan',
      aim: 'Patientens egna ord ska stå överst, inte våra mått.',
      method: 'Hemgångssamtalet börjar med ”vad vill du göra den första morgonen hemma?”',
      status: 'spread',
      measure: 'Svar överst på tavlan: 4 av 18 i höstas, 16 av 18 nu.',
      struggle: 'Att hålla i det när vi är få.',
    },
  ],
  slots: [
    { day: 0, at: '09:00-09:45', kind: 'other', title: 'Kaffe och rundtur', host: 'tove' },
    { day: 0, at: '12:45-13:00', kind: 'show', title: 'Rådslaget', place: 'Fikarummet', host: 'leyla', goals: [0] },
    { day: 0, at: '14:00-15:00', kind: 'guest_presents', title: 'Frågan överst på tavlan', host: 'tove', goals: [2], work: 0 },
    { day: 1, at: '12:45-13:00', kind: 'show', title: 'Rådslaget, med studenterna', place: 'Fikarummet', host: 'bengt', goals: [1] },
  ],
  posts: [
    {
      by: 'yusuf',
      day: 1,
      at: '15:30',
      title: 'Den som vet minst frågar först',
      text: 'På Älvkroken börjar den som är nyast. I tisdags var det en student på sin tredje dag. Hon frågade varför vi säger ”compliance”, och ingen hade ett bra svar.\n\n> Vi frågar inte för att pröva varandra. Vi frågar för att vi inte vet.\n\nDet sa Leyla. Jag skrev upp det på handen.',
      visibility: 'everyone',
      lookedThrough: true,
      readers: 41,
      comments: [
        { by: 'leyla', after: 3, text: 'Det var inte planerat, men det är sant.' },
        { by: 'ingrid', after: 20, text: 'Dette vil vi se når vi kommer til dere.' },
      ],
    },
  ],
  warmth: 0.9,
  judged: [{ goal: 0, host: 'fully', words: 'De satt tysta hela första dagen. Det hjälpte oss.' }],
  agreed: 'none',
}
