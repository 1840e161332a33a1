// Numbers about few people. What is shown is "at least so many", in whole steps of `least` people, at every unit of the tree.
// Law: whoever knows the rules and every number that is shown can work out no group of fewer than `least` (but for nobody at all).

/** Counts at one place of the tree. `own`: those at the unit itself, not below it. */
export type Counted = { id: string; own: Tally; below: readonly Counted[] }

/**
 * People at a place, each counted once. `all` is parted by `states`, which together make it up; each of `marks` counts some of
 * all, and the same person can have several.
 */
export type Tally = { all: number; states: readonly number[]; marks: readonly number[] }

/** The same, in whole steps: "at least". 0 means that it is not shown, never that there is nobody. */
export type Shown = Tally

/** What may be shown at every place of the tree, by its id. */
export function shownIn(tree: Counted, least: number): Map<string, Shown> {
  const shown = new Map<string, Shown>()
  settle(tree, least, shown)
  return shown
}

/** Place for place; tallies of one tree are of one length. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const [first, ...rest] = tallies
  return rest.reduce(
    (sum, one) => ({
      all: sum.all + one.all,
      states: sum.states.map((count, index) => count + (one.states[index] ?? 0)),
      marks: sum.marks.map((count, index) => count + (one.marks[index] ?? 0)),
    }),
    first ?? { all: 0, states: [], marks: [] },
  )
}

/** From the leaves up: what is shown at a place depends on what is shown below it, and on nothing beside or above it. */
function settle(place: Counted, least: number, shown: Map<string, Shown>): { total: Tally; shown: Shown } {
  const below = place.below.map((one) => settle(one, least, shown))
  const total = addTallies([place.own, ...below.map((one) => one.total)])
  const parts = [
    ...below.map((one) => one.shown),
    ...(below.length > 0 && place.own.all > 0 ? [settled(place.own, least)] : []),
  ]
  const all = roomy(
    total.all,
    parts.map((part) => part.all),
    least,
  )
  const open = all + least - 1 - sumOf(parts.map((part) => part.all))
  const ofAll = (count: number, pick: (part: Shown) => number) => {
    const known = sumOf(parts.map((part) => Math.min(least - 1, part.all - pick(part))))
    return roomy(count, parts.map(pick), least, parts.length > 0 ? known + open : undefined)
  }
  const kept = withinAll(
    {
      all,
      states: total.states.map((count, index) => ofAll(count, (part) => part.states[index] ?? 0)),
      marks: total.marks.map((count, index) => ofAll(count, (part) => part.marks[index] ?? 0)),
    },
    least,
  )
  shown.set(place.id, kept)
  return { total, shown: kept }
}

/** Those at the unit itself, as if they were a unit below it. */
function settled(own: Tally, least: number): Shown {
  const steps = (count: number) => stepsOf(count, least)
  return withinAll({ all: steps(own.all), states: own.states.map(steps), marks: own.marks.map(steps) }, least)
}

function stepsOf(count: number, least: number): number {
  return count - (count % least)
}

/**
 * The total in whole steps, with room left: a part of which n is shown can have up to n + least − 1, and a total near what all
 * parts can have at most would tell each of them. `room`: what the parts can have together beside what is shown of them.
 */
function roomy(total: number, parts: readonly number[], least: number, room = parts.length * (least - 1)): number {
  const steps = stepsOf(total, least)
  if (parts.length === 0) return steps
  return Math.max(0, Math.min(steps, stepsOf(sumOf(parts) + Math.min(room, parts.length * (least - 1)) - (least - 1), least)))
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

/** States never add up to more than all that is shown, nor all to so much more that it tells how each state stands. */
function withinAll({ all, states, marks }: Shown, least: number): Shown {
  const kept = [...states]
  const sum = () => kept.reduce((total, one) => total + one, 0)
  while (sum() > all) {
    const largest = kept.indexOf(Math.max(...kept))
    kept[largest] = Math.max(0, (kept[largest] ?? 0) - least)
  }
  const most = sum() + (kept.length - 1) * (least - 1)
  const held = kept.length === 0 ? all : Math.min(all, stepsOf(most, least))
  return { all: held, states: kept, marks: marks.map((one) => Math.min(one, held)) }
}
