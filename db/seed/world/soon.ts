// Smaller stories of the present: asked, in dialogue, soon, followed up, and the ones that did not come to be.
import type { Story } from './story.ts'

/** Two days ago somebody asked: the host coordinator has an answer to give. */
export const danesAsk: Story = {
  title: 'Fire dage på jeres afdeling',
  inquiry: 'Vi vil gerne følge en udskrivning fra start til slut. Vi er tre fra et lille sted, og vi har meget at spørge om.',
  host: 'tallbacken',
  hosts: ['karin'],
  organisations: [{ name: 'Skovlunden Rehabilitering', country: 'DK' }],
  guests: ['freja', 'mads', 'signe'],
  starts: 118,
  askedBefore: 120,
  days: 4,
  groupSize: 3,
  answer: 'none',
}

/** Asked of Rosslea the same week. */
export const icelandersAsk: Story = {
  title: 'Training families before the day of discharge',
  inquiry: 'We are two nurses from a small hospital by a large lava field. We would like to see how you train families.',
  host: 'rosslea',
  hosts: ['maeve'],
  organisations: [{ name: 'Hraun rehabilitation', country: 'IS' }],
  guests: ['jon', 'sigrun'],
  starts: 104,
  askedBefore: 108,
  days: 2,
  groupSize: 2,
  answer: 'none',
}

/** A visit to a management; the unit has proposed other days, and the education lead answers. */
export const managementVisit: Story = {
  title: 'Utbildningsuppdraget: ansvar och mandat',
  inquiry:
    'Jag vill gå igenom utbildningsuppdraget med er ledning: vem som har mandat, vilken tid som finns, och vad ni behöver av oss.',
  kind: 'management_visit',
  host: 'alvkroken',
  hosts: ['nils', 'tove'],
  organisations: [{ name: 'Region Jönköpings län', country: 'SE' }],
  guests: ['anders'],
  starts: 40,
  askedBefore: 50,
  days: 1,
  groupSize: 2,
  answer: 'other_days',
}

/** A digital seminar in three weeks. */
export const seminar: Story = {
  title: 'Handleda på distans',
  inquiry: 'Välkomna till en förmiddag om att handleda studenter som sitter någon annanstans. Ta med ett fall.',
  kind: 'digital_seminar',
  form: 'digital',
  meetingUrl: 'https://mote.demo.example/handleda-pa-distans',
  host: 'larcentrum',
  hosts: ['mona', 'anders'],
  from: 'alvkroken',
  direction: 'invited',
  guests: ['greta', 'alva', 'ingrid', 'maeve'],
  starts: 20,
  askedBefore: 60,
  days: 1,
  groupSize: 4,
  sent: 'no',
  slots: [
    { day: 0, at: '09:00-09:30', kind: 'other', title: 'Vi ses och prövar ljudet', host: 'mona' },
    { day: 0, at: '09:30-11:30', kind: 'dialogue', title: 'Era fall, i mindre grupper', host: 'anders' },
  ],
  confirmed: ['greta'],
}

export const called: readonly Story[] = [
  {
    title: 'Studentsalen i januari',
    inquiry: 'Vi vill se studentsalen när terminen börjar.',
    host: 'lindhaga',
    hosts: ['mona'],
    from: 'stenhaga',
    guests: ['hanna', 'david'],
    starts: 50,
    askedBefore: 70,
    days: 2,
    groupSize: 2,
    answer: {
      declined: 'Vi bygger om salen till sommaren och vill inte visa en byggarbetsplats. Fråga gärna igen i höst.',
      referrals: ['tallbacken', 'alvkroken'],
    },
  },
  {
    title: 'Ronden två och två',
    inquiry: 'Kan vi få gå med på er gemensamma rond?',
    host: 'stenhaga',
    hosts: ['hanna'],
    from: 'bjorkudden',
    guests: ['lena', 'jonas'],
    starts: -40,
    askedBefore: 100,
    days: 1,
    groupSize: 2,
    calledOff: {
      by: 'hanna',
      daysBefore: 9,
      reason: 'Ronden är inställd i två veckor: vi har vinterkräksjuka på avdelningen. Vi hör av oss med nya dagar.',
    },
    sent: 'no',
  },
  {
    title: 'Sauna and rehabilitation',
    inquiry: 'Vi vil gjerne se hvordan dere bruker badstua som samtalerom.',
    host: 'kotilahti',
    hosts: ['mikko'],
    from: 'nordvik',
    guests: ['torill', 'olav'],
    starts: 30,
    askedBefore: 110,
    days: 3,
    groupSize: 2,
    calledOff: { by: 'torill', daysBefore: 55, reason: 'Vi fikk ikke vikarer. Vi spør igjen til høsten, hvis vi får.' },
    sent: 'no',
  },
]
