// The questionnaires that ship, checked when the server starts: a slip in a rule's name must not become a missing number.
import colearnGuest from '#db/reference/instruments/colearn_guest.v1.json' with { type: 'json' }
import colearnHost from '#db/reference/instruments/colearn_host.v1.json' with { type: 'json' }
import scalesFile from '#db/reference/instruments/scales.json' with { type: 'json' }
import studentSurvey from '#db/reference/instruments/student_survey.v1.json' with { type: 'json' }
import supervisorSurvey from '#db/reference/instruments/supervisor_survey.v1.json' with { type: 'json' }
import trainingSurvey from '#db/reference/instruments/training_survey.v1.json' with { type: 'json' }
import unitManagerSurvey from '#db/reference/instruments/unit_manager_survey.v1.json' with { type: 'json' }
import visitFollowup from '#db/reference/instruments/visit_followup.v1.json' with { type: 'json' }
import visitSummary from '#db/reference/instruments/visit_summary.v1.json' with { type: 'json' }
import { type Instrument, instrumentSchema, type Scales, scalesSchema } from './rules/instrument.ts'

/** All versions that were ever asked: old answers are read with the questions they were given to. */
export const instruments: readonly Instrument[] = [
  colearnGuest,
  colearnHost,
  visitSummary,
  visitFollowup,
  studentSurvey,
  trainingSurvey,
  supervisorSurvey,
  unitManagerSurvey,
].map((file) => instrumentSchema.parse(file))

export const scales: Scales = scalesSchema.parse(scalesFile)

/** The questionnaire in the version that was asked. */
export function instrumentOf(id: string, version: number): Instrument {
  const instrument = instruments.find((candidate) => candidate.id === id && candidate.version === version)
  if (!instrument) throw new Error(`No questionnaire ${id} in version ${version} ships with this release.`)
  return instrument
}

/** The version that is asked from now on. */
export function latestInstrument(id: string): Instrument {
  const versions = instruments.filter((candidate) => candidate.id === id).sort((a, b) => b.version - a.version)
  const [latest] = versions
  if (!latest) throw new Error(`No questionnaire ${id} ships with this release.`)
  return latest
}
