// Who taught whom on. The law: everybody is counted once, in the first generation that they were reached in; only what was
// confirmed counts as reached, and what was stated is a number of its own.
import type { Day } from '#app/kernel/days.ts'

/** A session that is signed off. `learners`: people who have confirmed, each with their own unit at that time. */
export type Taught = {
  id: string
  teacher: string
  unit: string | null
  learntFrom: string | null
  day: Day
  learners: readonly { person: string; unit: string | null }[]
  /** Confirmed without an account. Nobody can tell whether two of them are one, so they stand beside those who are counted once. */
  visitors: number
  /** As the teacher says. */
  stated: number
}

/** Somebody in the chain. Generation 0 began it; `taughtBy` reached them first and stands one generation or more above them. */
export type Link = { person: string; unit: string | null; generation: number; taughtBy: string | null }

export type Cascade = {
  people: ReadonlyMap<string, Link>
  /** In the order in which they were reached: a generation after the other, within one by day. */
  sessions: readonly Taught[]
}

/**
 * The chain from the sessions for which `begins` holds; without it, from those that were learnt in none of the others. Where
 * people have taught each other in a ring, the earliest of the ring begins.
 */
export function cascadeOf(all: readonly Taught[], begins?: (session: Taught) => boolean): Cascade {
  const sorted = all.toSorted(byDay)
  const known = new Set(sorted.map(({ id }) => id))
  const onward = new Map<string, Taught[]>()
  for (const session of sorted) {
    if (session.learntFrom === null) continue
    const list = onward.get(session.learntFrom)
    if (list) list.push(session)
    else onward.set(session.learntFrom, [session])
  }
  const first = begins ?? ((session: Taught) => session.learntFrom === null || !known.has(session.learntFrom))
  const waves = wavesFrom(sorted.filter(first), onward)
  const left = begins ? [] : sorted
  for (const session of left) {
    if (!waves.seen.has(session.id)) wavesFrom([session], onward, waves)
  }
  return linked(waves.levels)
}

type Waves = { levels: Taught[][]; seen: Map<string, Taught> }

/** Generation by generation. A ring is entered late, so its sessions join the generations that are there already. */
function wavesFrom(
  roots: readonly Taught[],
  onward: ReadonlyMap<string, readonly Taught[]>,
  waves: Waves = { levels: [], seen: new Map() },
): Waves {
  let wave = roots.filter(({ id }) => !waves.seen.has(id))
  for (let generation = 0; wave.length > 0; generation += 1) {
    for (const session of wave) waves.seen.set(session.id, session)
    const level = waves.levels[generation]
    if (level) level.push(...wave)
    else waves.levels[generation] = [...wave]
    wave = wave.flatMap(({ id }) => onward.get(id) ?? []).filter(({ id }) => !waves.seen.has(id))
  }
  return waves
}

function linked(levels: readonly (readonly Taught[])[]): Cascade {
  const people = new Map<string, Link>()
  const teacherOf = new Map(levels.flat().map((session) => [session.id, session.teacher]))
  for (const [generation, level] of levels.entries()) {
    for (const { teacher, unit, learntFrom } of level) {
      if (people.has(teacher)) continue
      const taughtBy = generation > 0 && learntFrom ? (teacherOf.get(learntFrom) ?? null) : null
      people.set(teacher, { person: teacher, unit, generation, taughtBy })
    }
    for (const { teacher, learners } of level) {
      for (const { person, unit } of learners) {
        if (!people.has(person)) people.set(person, { person, unit, generation: generation + 1, taughtBy: teacher })
      }
    }
  }
  return { people, sessions: levels.flat() }
}

function byDay(a: Taught, b: Taught): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1
  return a.id < b.id ? -1 : Number(a.id > b.id)
}

export type Totals = {
  /** People of generation 1, and of all after it. */
  directly: number
  onward: number
  generations: number
  /** Units that the reached people belong to. */
  units: number
  sessions: number
  /** Confirmations: by people (who may come twice) and by visitors. */
  confirmed: number
  visitors: number
  stated: number
}

/** The numbers beside the picture; whoever stands at the beginning is not reached. */
export function totalsOf({ people, sessions }: Cascade): Totals {
  const reached = [...people.values()].filter(({ generation }) => generation > 0)
  const sum = (count: (session: Taught) => number) => sessions.reduce((all, one) => all + count(one), 0)
  return {
    directly: reached.filter(({ generation }) => generation === 1).length,
    onward: reached.filter(({ generation }) => generation > 1).length,
    generations: reached.reduce((most, { generation }) => Math.max(most, generation), 0),
    units: new Set(reached.flatMap(({ unit }) => unit ?? [])).size,
    sessions: sessions.length,
    confirmed: sum(({ learners, visitors }) => learners.length + visitors),
    visitors: sum(({ visitors }) => visitors),
    stated: sum(({ stated }) => stated),
  }
}

/** People reached first by one teacher, from one unit, who have not taught on themselves. */
export type Group = { unit: string | null; people: string[] }

/** Somebody who has taught, with those whom they reached first. */
export type Branch = Link & {
  sessions: number
  stated: number
  visitors: number
  /** Reached first by this person, those who teach themselves included. */
  directly: number
  /** Everybody further down. */
  onward: number
  /** Those who have not taught on, by unit: the largest group first. */
  groups: Group[]
}

/** All who have taught, each right after the one who taught them, the longest branch first: the rows of the table. */
export function branchesOf({ people, sessions }: Cascade): Branch[] {
  const own = new Map<string, { sessions: number; stated: number; visitors: number }>()
  for (const { teacher, stated, visitors } of sessions) {
    const known = own.get(teacher) ?? { sessions: 0, stated: 0, visitors: 0 }
    own.set(teacher, { sessions: known.sessions + 1, stated: known.stated + stated, visitors: known.visitors + visitors })
  }
  const below = new Map<string | null, Link[]>()
  for (const link of people.values()) {
    const list = below.get(link.taughtBy)
    if (list) list.push(link)
    else below.set(link.taughtBy, [link])
  }
  const sizes = sizesOf(people)
  const size = ({ person }: Link) => sizes.get(person) ?? 0
  const branches: Branch[] = []
  const waiting = (below.get(null) ?? []).toSorted((a, b) => size(a) - size(b))
  for (let link = waiting.pop(); link; link = waiting.pop()) {
    const next = below.get(link.person) ?? []
    const facts = own.get(link.person) ?? { sessions: 0, stated: 0, visitors: 0 }
    const leaves = next.filter(({ person }) => !own.has(person))
    branches.push({ ...link, ...facts, directly: next.length, onward: size(link) - next.length, groups: groupsOf(leaves) })
    waiting.push(...next.filter(({ person }) => own.has(person)).toSorted((a, b) => size(a) - size(b)))
  }
  return branches
}

/** How many stand below each, from the last generation up. */
function sizesOf(people: ReadonlyMap<string, Link>): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const { person, taughtBy } of [...people.values()].toSorted((a, b) => b.generation - a.generation)) {
    if (taughtBy !== null) sizes.set(taughtBy, (sizes.get(taughtBy) ?? 0) + (sizes.get(person) ?? 0) + 1)
  }
  return sizes
}

function groupsOf(leaves: readonly Link[]): Group[] {
  const groups = new Map<string | null, string[]>()
  for (const { unit, person } of leaves) {
    const list = groups.get(unit)
    if (list) list.push(person)
    else groups.set(unit, [person])
  }
  return [...groups].map(([unit, people]) => ({ unit, people })).toSorted((a, b) => b.people.length - a.people.length)
}

type Spot = { generation: number; unit: string | null; people: number }

/** How many of one unit, in one generation, and who taught them: units in the generations above. */
export type Box = Spot & { from: Spot[] }

/** The chain drawn together by unit and generation: for chains too large to show everybody. Largest first within a generation. */
export function boxesOf({ people }: Cascade): Box[] {
  const boxes = new Map<string, Spot & { from: Map<string, Spot> }>()
  for (const { unit, generation, taughtBy } of people.values()) {
    const box = countedIn(boxes, { generation, unit }, () => ({ from: new Map<string, Spot>() }))
    const teacher = taughtBy === null ? undefined : people.get(taughtBy)
    if (teacher) countedIn(box.from, teacher, () => ({}))
  }
  return [...boxes.values()]
    .map((box) => ({ ...box, from: [...box.from.values()].toSorted((a, b) => b.people - a.people) }))
    .toSorted((a, b) => a.generation - b.generation || b.people - a.people)
}

/** One more in the spot, which is made when it is not there. */
function countedIn<More extends object>(
  spots: Map<string, Spot & More>,
  { generation, unit }: Pick<Spot, 'generation' | 'unit'>,
  more: () => More,
): Spot & More {
  const key = `${generation} ${unit}`
  const spot = spots.get(key) ?? { generation, unit, people: 0, ...more() }
  spots.set(key, spot)
  spot.people += 1
  return spot
}
