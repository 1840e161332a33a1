// The room's readers, one file each.
export { findIndicatorFor, type IndicatorFile } from './queries/find-indicator.server.ts'
export { findUnitResultsFor, type UnitResults } from './queries/find-unit-results.server.ts'
export { type GoalTree, listGoalTreeFor } from './queries/list-goal-tree.server.ts'
export { mayReadIndicatorsOf, type Surroundings } from './queries/places.server.ts'
export { verifyRollUp } from './queries/verify-roll-up.server.ts'
