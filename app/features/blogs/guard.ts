// Looks for what might point out a patient, before anything is published. It warns, it does not decide: the writer does.
// Rather one warning too many: a number that looks like a date and four figures is shown even if its check figure is wrong.

const warningKinds = ['identity_number', 'phone', 'birth', 'age_place_time'] as const
export type WarningKind = (typeof warningKinds)[number]

/** `found`: the words it is about, as they stand in the text. */
export type Warning = { kind: WarningKind; found: string }

const day = '(?:0[1-9]|[12]\\d|3[01]|[4-6]\\d|7[01])' // Norwegian D-numbers and Swedish coordination numbers move the day up
const month = '(?:0[1-9]|1[0-2]|[4-5]\\d|[89]\\d)' // synthetic Norwegian numbers move the month up
const identityNumbers = [
  // Swedish personnummer, with and without the century: 19420305-1234, 420305-1234, 420305+1234, 194203051234
  new RegExp(`(?<![\\d-])(?:(?:18|19|20)\\d{2}|\\d{2})(?:0[1-9]|1[0-2])${day} ?[-+] ?\\d{4}(?!\\d)`, 'g'),
  new RegExp(`(?<!\\d)(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])${day}\\d{4}(?!\\d)`, 'g'),
  // Norwegian fødselsnummer and Danish, Icelandic and Finnish numbers: 050342 12345, 05034212345, 050342-1234, 050342A123B
  new RegExp(`(?<!\\d)${day}${month}\\d{2} ?\\d{5}(?!\\d)`, 'g'),
  new RegExp(`(?<![\\d-])${day}${month}\\d{2} ?- ?\\d{4}(?!\\d)`, 'g'),
  new RegExp(`(?<![\\d-])${day}${month}\\d{2}[-+A-FU-Y]\\d{3}[0-9A-Y](?!\\w)`, 'g'),
]

const phones = [
  /(?<![\d+])\+\d{1,3}[ -]?(?:\(0\)[ -]?)?\d(?:[ -]?\d){6,11}(?!\d)/g,
  /(?<![\d-])0\d{1,3}[ -]\d{2,4}(?:[ -]?\d{2,3}){1,3}(?![\d-])/g,
  /(?<!\d)07\d{8}(?!\d)/g,
  /(?<![\d-])(?:\d{2}(?: \d{2}){3}|\d{3} \d{2} \d{3})(?![\d-])/g,
]

const numericDate = '(?:(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.] ?\\d{1,2}[-/.] ?(?:19|20)?\\d{2})'
const birth = [
  new RegExp(
    `(?:\\bf\\.|\\bfödd|\\bfødt|\\bborn|\\bfødselsdato|\\bfödelsedatum)[^.\\n]{0,15}?(?:${numericDate}|(?:18|19|20)\\d{2})`,
    'giu',
  ),
]

const age = /\b\d{1,3}(?:[ -]?åri[gn]\p{L}*|[ -]år(?:s|ing\p{L}*)?\b|[ -]years?[ -]old|[ -]?year-old)|\baged \d{1,3}\b/iu
const place =
  /\b(?:avd(?:elning(?:en)?|eling(?:en|a)?)?|(?:senge)?post(?:en)?|sal|rum(?:met)?|rom(?:met)?|säng|seng|ward|room|bed|bay)\.? *(?:nr\.? *)?(?:\d{1,4}|[A-Z]\d{0,3}|ett|två|to|tre|fyra|fire|fem|sex|seks|one|two|three|four|five|six)\b/iu
const months =
  'januari?|februari?|mars|march|april|ma[ij]|may|juni?|june|juli|july|augusti?|septemb[er]{2}|oktober|october|novemb[er]{2}|desember|december'
const weekdays =
  'måndag|mandag|monday|tisdag|tirsdag|tuesday|onsdag|wednesday|torsdag|thursday|fredag|friday|lördag|lørdag|saturday|söndag|søndag|sunday'
const time = new RegExp(
  `${numericDate}|\\b\\d{1,2}\\.? (?:${months})|\\b(?:${weekdays})(?:en|s)?\\b|\\b(?:i går|igår|i natt|yesterday|last night)(?!\\p{L})`,
  'iu',
)

/** How near age, place and time stand when they are about one person: a paragraph, at most this many characters. */
const NEAR = 400
const MOST_WARNINGS = 20

/** What in the text might point out a patient; the same words are told once, at most twenty. */
export function warningsIn(text: string): Warning[] {
  const told = new Map<string, Warning>()
  const tell = (kind: WarningKind, found: string) => {
    const warning = { kind, found: found.trim().slice(0, 120) }
    if (told.size < MOST_WARNINGS) told.set(keyOf(warning), told.get(keyOf(warning)) ?? warning)
  }
  let rest = text
  for (const pattern of identityNumbers) rest = rest.replace(pattern, (found) => telling(() => tell('identity_number', found)))
  for (const pattern of phones) rest = rest.replace(pattern, (found) => telling(() => tell('phone', found)))
  for (const pattern of birth) rest = rest.replace(pattern, (found) => telling(() => tell('birth', found)))
  for (const passage of passagesOf(text)) {
    const [howOld, where, when] = [age.exec(passage)?.[0], place.exec(passage)?.[0], time.exec(passage)?.[0]]
    if (howOld && where && when) tell('age_place_time', [howOld, where, when].join(' · '))
  }
  return [...told.values()]
}

/** What a confirmation stands for: exactly this warning, so that a new one is asked about again. */
export function keyOf(warning: Warning): string {
  return `${warning.kind}:${warning.found}`
}

/** The warnings that the writer has not confirmed. `confirmed`: keys. */
export function unconfirmed(text: string, confirmed: readonly string[]): Warning[] {
  return warningsIn(text).filter((warning) => !confirmed.includes(keyOf(warning)))
}

/** Takes what was found out of the text, so that a number is not told as two things. */
function telling(tell: () => void): string {
  tell()
  return ' '
}

function passagesOf(text: string): string[] {
  return text.split(/\n\s*\n/).flatMap((paragraph) => {
    const pieces: string[] = []
    for (let from = 0; from === 0 || from + NEAR / 2 < paragraph.length; from += NEAR / 2)
      pieces.push(paragraph.slice(from, from + NEAR))
    return pieces
  })
}
