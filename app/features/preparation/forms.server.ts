// The versions of the form that ship. A visit keeps the version it began with; a new version is a new file here.
import { found } from '#app/kernel/errors.ts'
import preparation1 from '#db/reference/forms/preparation-1.json' with { type: 'json' }
import { type FormDefinition, formDefinition } from './definition.ts'

const versions: readonly FormDefinition[] = [preparation1].map((form) => formDefinition.parse(form))

/** The newest version: what a visit gets that has not begun its preparation. */
export function currentForm(): FormDefinition {
  return found(versions.at(-1))
}

/** @throws not_found for a version that does not ship. */
export function formOf(version: number): FormDefinition {
  return found(versions.find((form) => form.version === version))
}
