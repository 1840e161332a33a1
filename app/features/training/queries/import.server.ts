// A table beside the register: what importing it would do, and the register as a table.
import type { Actor } from '#app/kernel/actor.ts'
import { writeCsv } from '#app/kernel/csv.ts'
import type { Locale } from '#app/kernel/locales.ts'
import type { Ctx } from '#db/context.server.ts'
import { definitions } from '../reference.server.ts'
import { columnKeys, columnWord, supervisingToWrite } from '../rules/columns.ts'
import { type Planned, planImport } from '../rules/import.ts'
import { type Fault, readRegisterLines } from '../rules/lines.ts'
import { readRegister } from './read-register.server.ts'
import { findKeptRegisterFor } from './register.server.ts'

export type ImportPreview = {
  text: string
  faults: Fault[]
  planned: Planned[]
  /** People in the table about whom nothing changes. */
  same: number
}

/** What importing the table would change; nothing is changed. @throws DomainError not_found for those who do not keep the register */
export async function previewImportFor(
  actor: Actor,
  { unitId, text, locale }: { unitId: string; text: string; locale: Locale },
  ctx: Ctx,
): Promise<ImportPreview> {
  await findKeptRegisterFor(actor, unitId, locale, ctx)
  const read = readRegisterLines(text, definitions)
  if (read.faults.length > 0) return { text, faults: read.faults, planned: [], same: 0 }
  const { plan, faults } = planImport(await readRegister(unitId, ctx), read.lines)
  return { text, faults, ...plan }
}

/** The register as a table that can be imported again. @throws DomainError not_found for those who do not keep it */
export async function exportRegisterFor(actor: Actor, unitId: string, locale: Locale, ctx: Ctx): Promise<string> {
  const { employees } = await findKeptRegisterFor(actor, unitId, locale, ctx)
  const rows = employees.flatMap(({ name, email, reference, supervising, employedFrom, employedUntil, courses }) => {
    const person = [name, email, reference, supervisingToWrite(supervising, locale), employedFrom ?? '', employedUntil ?? '']
    if (courses.length === 0) return [[...person, '', '', '', '', '']]
    return courses.map(({ course }) => [
      ...person,
      String(course.step),
      course.takenOn,
      course.provider,
      course.place,
      course.note,
    ])
  })
  return writeCsv([columnKeys.map((column) => columnWord(column, locale)), ...rows], ';')
}
