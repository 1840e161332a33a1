// Three training registers of the demo world: a ward just short of its goal, one beyond it, and a team too small to be shown.
import type { Supervising } from '#app/features/training/words.ts'
import type { PersonKey } from './people.ts'
import type { UnitKey } from './units.ts'

/** Somebody of the cast, or a name; how they stand towards supervising; courses as [step, months ago]. */
export type EmployeeSeed = [
  who: { cast: PersonKey } | string,
  supervising: Supervising,
  ...courses: [step: number, ago: number][],
]

export const registers: readonly { unit: UnitKey; provider: string; employees: readonly EmployeeSeed[] }[] = [
  {
    unit: 'tallbacken',
    provider: 'Vård- och omsorgscollege Norrsjö',
    employees: [
      [{ cast: 'karin' }, 'supervises', [1, 44], [2, 31], [3, 14]],
      [{ cast: 'samira' }, 'supervises', [1, 29], [2, 10]],
      [{ cast: 'yusuf' }, 'supervises', [1, 38]],
      ['Agneta Sjöholm', 'supervises', [1, 52]],
      ['Ahmed Warsame', 'supervises', [1, 21]],
      ['Birgitta Fors', 'supervises', [1, 17]],
      ['Emilia Rask', 'can_be_assigned', [1, 8]],
      ['Fredrik Norén', 'can_be_assigned', [1, 5]],
      ['Hewan Tesfaye', 'can_be_assigned', [1, 13]],
      ['Ida Åström', 'can_be_assigned', [1, 26]],
      ['Johan Kvist', 'can_be_assigned', [1, 19]],
      ['Kerstin Boman', 'supervises', [1, 47]],
      ['Lukas Ekdahl', 'can_be_assigned', [1, 4]],
      ['Maja Wennberg', 'can_be_assigned'],
      ['Noor Karimi', 'can_be_assigned', [2, 6]],
      ['Olle Sandström', 'neither'],
      ['Pia Hedlund', 'neither'],
    ],
  },
  {
    unit: 'lindhaga',
    provider: 'Lärcentrum Norrsjö',
    employees: [
      [{ cast: 'ali' }, 'supervises', [1, 33], [2, 20]],
      ['Anna-Karin Löfgren', 'supervises', [1, 41], [2, 28], [3, 9]],
      ['Britta Ödman', 'supervises', [1, 36]],
      ['Daniel Hjort', 'supervises', [1, 24]],
      ['Erika Sjögren', 'can_be_assigned', [1, 15]],
      ['Farah Daneshvar', 'can_be_assigned', [1, 12]],
      ['Göran Palm', 'supervises', [1, 50]],
      ['Hanna-Lis Blom', 'can_be_assigned', [1, 11]],
      ['Isak Rönn', 'can_be_assigned', [1, 7]],
      ['Jasmina Halilović', 'supervises', [1, 30]],
      ['Klara Dahlin', 'can_be_assigned', [1, 18]],
      ['Linnea Åberg', 'neither'],
    ],
  },
  {
    unit: 'bjorkudden',
    provider: 'Vård- och omsorgscollege Norrsjö',
    employees: [
      [{ cast: 'lena' }, 'supervises', [1, 22]],
      [{ cast: 'jonas' }, 'supervises', [1, 16]],
      [{ cast: 'rania' }, 'can_be_assigned'],
    ],
  },
]
