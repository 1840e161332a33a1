// Which activities of the paths that ship are done by real work: read once and checked.
import learnToTeachOn from '#db/reference/paths/learn-to-teach-on/evidence.json'
import { type EvidenceRule, evidenceRule } from './rules/evidence.ts'

export const knownEvidence: ReadonlyMap<string, readonly EvidenceRule[]> = new Map([
  ['learn-to-teach-on', evidenceRule.array().parse(learnToTeachOn)],
])
