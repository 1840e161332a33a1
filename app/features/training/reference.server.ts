// The steps of supervisor training that ship (db/reference/training), checked once.
import file from '#db/reference/training/steps.json' with { type: 'json' }
import { type Definition, stepsFile, stepsIn } from './rules/steps.ts'

const reference = stepsFile.parse(file)

export const definitions: readonly Definition[] = reference.definitions
export const entitlements = reference.entitlements
export const steps: readonly number[] = stepsIn(definitions)
