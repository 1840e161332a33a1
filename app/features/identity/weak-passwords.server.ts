// Passwords that everybody tries first: the leaked ones, commonest first (the list of zxcvbn), and our own words and patterns
// for the Nordic countries and for care, since "Sommar2026!" is as well known as "sommar".

const words = `
password passord passwort lösenord losenord kodeord salasana adgangskode lykilord parol mypassword
hemligt hemmelig secret topsecret salaisuus
admin administrator root superuser welcome välkommen valkommen velkommen tervetuloa login logga signin letmein changeme
default guest gäst gast gjest test tester testing temp temporary demo user användare bruker
qwerty qwertyui qwertyuiop qwertyuiopå asdf asdfgh asdfghjk asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qweasd qweasdzxc
iloveyou loveyou jagälskardig jegelskerdeg älskling alskling elskling kärlek karlek kjærlighet kjaerlighet sunshine solsken
solskinn princess prinsessa prinsesse dragon monkey shadow master football fotboll fotball ishockey hockey handboll handball
baseball basketball superman batman spiderman starwars pokemon minecraft trustno michael jennifer jordan hunter killer
summer sommar sommer kesä winter vinter talvi spring vår host höst høst syksy autumn
january januari januar february februari februar march mars april maj june juni july juli august augusti september october
oktober november december desember
monday måndag mandag tuesday tisdag tirsdag wednesday onsdag thursday torsdag friday fredag saturday lördag lordag lørdag
sunday söndag sondag søndag
sverige sweden svensk norge norway norsk danmark denmark dansk finland suomi island iceland norden nordic
stockholm göteborg goteborg malmö malmo uppsala lund umeå umea örebro orebro linköping linkoping jönköping jonkoping
oslo bergen trondheim stavanger tromsø tromso kristiansand drammen akershus viken innlandet
københavn kobenhavn aarhus odense helsinki helsingfors tampere turku åbo reykjavik
hammarby djurgården djurgarden aik malmöff ifkgöteborg brann rosenborg vålerenga valerenga lillestrøm
sjukhus sykehus hospital sairaala sjuksköterska sjukskoterska sykepleier sykepleie nurse läkare lege doctor doktor
vårdcentral vardcentral sjukvård sjukvard helse hälsa halsa avdelning avdeling region kommun kommune landsting
omsorg undersköterska underskoterska patient pasient klinik klinikk akuten
samlara samlära samläring samlæring handledare veileder
fuckyou fitta fitte jävlar helvete helvetet faen satan perkele
computer dator internet google facebook microsoft windows iphone samsung volvo saab ikea abba zlatan
mamma pappa family familj familie blomma blomst flower katten hunden hund katt hello hallå hej heihei goddag
`
  .split(/\s+/)
  .filter(Boolean)

const known = new Set(words.map(bare))
const runs = [
  'abcdefghijklmnopqrstuvwxyzåäö',
  '01234567890123456789',
  'qwertyuiopå',
  'asdfghjklöä',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
]

/** So many of the commonest leaked passwords are known words too, with digits and signs around them. */
const commonest = 3_000

type Leaked = { whole: ReadonlySet<string>; words: ReadonlySet<string> }

let leaked: Promise<Leaked> | undefined

/** Read when somebody first chooses a password: half a megabyte that signing in does without. */
async function readLeaked(): Promise<Leaked> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  const list = dictionary['passwords-common']
  return { whole: new Set(list), words: new Set(list.slice(0, commonest).map(bare)) }
}

/**
 * Is the password among the first that an attacker tries: one of the 49,000 that leaked most often (OWASP ASVS 6.2.4 asks for
 * the first 3,000), a known word with digits or signs around it, one word twice, a run on the keyboard, one sign repeated, or
 * the person's own address or name? It is not looked up among all passwords that ever leaked (ASVS 6.2.12): nothing leaves the
 * house.
 */
export async function isWeakPassword(password: string, own: readonly string[] = []): Promise<boolean> {
  leaked ??= readLeaked()
  const { whole, words } = await leaked
  const text = password.normalize('NFKC').toLowerCase()
  if (whole.has(text) || hasPattern(text)) return true
  const core = bare(text)
  if ([core, half(core)].some((word) => word.length >= 3 && (known.has(word) || words.has(word)))) return true
  return own.flatMap(partsOf).some((part) => part.length >= 3 && core === bare(part))
}

/** No word at all: something short repeated, a run on the keyboard, a date or another number. */
function hasPattern(text: string): boolean {
  if (/^(.{1,3})\1+$/u.test(text)) return true
  const withoutSigns = text.replace(/[^\p{L}\p{N}]/gu, '')
  if (runs.some((run) => isRun(withoutSigns, run))) return true
  return bare(text).length < 3 && withoutSigns.length <= 10 && /^\d*\p{L}{0,2}\d*$/u.test(withoutSigns)
}

/** Letters only, with the substitutions undone that everybody makes: p@ssw0rd → password. */
function bare(text: string): string {
  const ends = text.replace(/^[^\p{L}@$]+|[^\p{L}]+$/gu, '')
  return ends
    .replaceAll('0', 'o')
    .replaceAll('1', 'i')
    .replaceAll('3', 'e')
    .replaceAll('4', 'a')
    .replaceAll('5', 's')
    .replaceAll('@', 'a')
    .replaceAll('$', 's')
    .normalize('NFKD')
    .replace(/[^a-zæø]/g, '')
}

function half(text: string): string {
  const middle = text.slice(0, text.length / 2)
  return middle + middle === text ? middle : text
}

function isRun(text: string, run: string): boolean {
  if (text.length < 4) return false
  const backwards = [...run].reverse().join('')
  return `${run}${run}`.includes(text) || `${backwards}${backwards}`.includes(text)
}

/** "ingrid.bergstrom@example.org" and "Ingrid Bergström" as the pieces somebody would make a password of. */
function partsOf(text: string): string[] {
  const local = text.toLowerCase().split('@')[0] ?? ''
  const parts = local.split(/[\s._-]+/).filter(Boolean)
  return [local, parts.join(''), ...parts]
}
