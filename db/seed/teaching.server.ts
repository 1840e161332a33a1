// What people of the demo world have taught each other: one thing that went from ward to ward in three generations, and two that
// wait for somebody.
import { confirmByLink, confirmLearning } from '#app/features/teaching/commands/learners.server.ts'
import { makeTeachingLink } from '#app/features/teaching/commands/links.server.ts'
import { logSession } from '#app/features/teaching/commands/log.server.ts'
import { askForSignature, signSession } from '#app/features/teaching/commands/sign-off.server.ts'
import { elsewhere } from '#app/features/teaching/rules/session.ts'
import type { TeachingForm } from '#app/features/teaching/words.ts'
import { visitor } from '#app/kernel/actor.ts'
import { addDays } from '#app/kernel/days.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Ctx } from '#db/context.server.ts'
import { actorOf, at, castOf, idOf, type Stage } from './play/stage.server.ts'
import type { PersonKey } from './world/people.ts'
import type { UnitKey } from './world/units.ts'

type Lesson = {
  key: string
  by: PersonKey
  /** Days before today. */
  ago: number
  subject: string
  where: UnitKey | { place: string }
  form: TeachingForm
  minutes: number
  learners: number
  module?: string
  /** The lesson in which the teacher learnt it. */
  from?: string
  /** Colleagues whom the teacher names; those in `come` as well confirm. */
  named?: readonly PersonKey[]
  /** Who confirms, and how many without an account. */
  come?: readonly PersonKey[]
  visitors?: number
  asked?: true
  signedBy?: PersonKey
  reflection?: string
}

const lessons: readonly Lesson[] = [
  {
    ...{ key: 'goal', by: 'samira', ago: 210, where: 'tallbacken', form: 'workshop', minutes: 90, learners: 9, visitors: 2 },
    ...{ subject: 'Hemgångssamtalet där patienten själv säger målet' },
    ...{ named: ['yusuf', 'karin'], come: ['yusuf', 'karin', 'hanna', 'ali', 'tove'], signedBy: 'elsa' },
    reflection: 'Att låta dem spela patienten först var det som fick dem att förstå. Mindre bilder nästa gång.',
  },
  {
    ...{ key: 'lindhaga', by: 'ali', ago: 160, where: 'lindhaga', form: 'bedside', minutes: 45, learners: 6, visitors: 3 },
    ...{ subject: 'Patienten säger målet, vi skriver', from: 'goal', named: ['mona'], come: ['mona', 'david'] },
  },
  {
    ...{ key: 'alvkroken', by: 'tove', ago: 150, where: 'alvkroken', form: 'meeting', minutes: 30, learners: 5 },
    ...{ subject: 'Målet i patientens egna ord', from: 'goal', named: ['bengt', 'leyla', 'greta'] },
    come: ['bengt', 'leyla', 'greta'],
  },
  {
    ...{ key: 'stenhaga', by: 'hanna', ago: 120, where: 'stenhaga', form: 'simulation', minutes: 60, learners: 4, visitors: 2 },
    ...{ subject: 'Samtalet före hemgång', from: 'goal', named: ['david'], come: ['david'] },
  },
  {
    ...{ key: 'hemma', by: 'leyla', ago: 90, where: { place: 'Hemsjukvården Björkudden' }, form: 'meeting', minutes: 40 },
    ...{ subject: 'Målet i patientens egna ord, hemma hos', learners: 6, from: 'alvkroken', come: ['rania', 'jonas', 'lena'] },
  },
  {
    ...{ key: 'kommun', by: 'rania', ago: 40, where: 'bjorkudden', form: 'bedside', minutes: 20, learners: 3, visitors: 1 },
    ...{ subject: 'Vid köksbordet: vad vill du kunna?', from: 'hemma', come: ['per'] },
  },
  {
    ...{
      key: 'tavlan',
      by: 'samira',
      ago: 25,
      where: 'tallbacken',
      form: 'meeting',
      minutes: 20,
      learners: 12,
      signedBy: 'elsa',
    },
    subject: 'Morgonmötet vid tavlan på elva minuter',
  },
  {
    ...{ key: 'two', by: 'yusuf', ago: 6, where: 'tallbacken', form: 'bedside', minutes: 30, learners: 3, asked: true },
    ...{ subject: 'Förflyttning två och två', named: ['samira', 'karin'], come: ['karin'] },
  },
  {
    ...{ key: 'ask', by: 'karin', ago: 3, where: 'tallbacken', form: 'workshop', minutes: 60, learners: 8, asked: true },
    ...{ subject: 'Att ställa öppna frågor', module: 'learn-to-teach-on M5' },
  },
]

export async function seedTeaching(stage: Stage): Promise<void> {
  const told = new Map<string, string>()
  for (const lesson of lessons) told.set(lesson.key, await tell(lesson, told, stage))
}

async function tell(lesson: Lesson, told: ReadonlyMap<string, string>, stage: Stage): Promise<string> {
  const { by, where, named = [], from, form, minutes, learners, subject, module = '', reflection = '' } = lesson
  const taughtOn = addDays(stage.today, -lesson.ago)
  const ctx = at(stage, taughtOn, '15:30')
  const teacher = await actorOf(by, stage, stage.ctx)
  const place = typeof where === 'string' ? { where: idOf(stage.units, where), place: '' } : { where: elsewhere, ...where }
  const sessionId = await logSession(
    teacher,
    {
      ...{ id: newId(), subject, module, taughtOn, minutes, form, learners, reflection, version: 0, ...place },
      named: named.map((key) => idOf(stage.people, key)),
      learntFromId: from ? idOf(told, from) : undefined,
      language: castOf(by).locale,
    },
    ctx,
  )
  await confirming(lesson, sessionId, stage, ctx)
  if (lesson.asked || lesson.signedBy) await askForSignature(teacher, { sessionId }, ctx)
  if (lesson.signedBy) await signSession(await actorOf(lesson.signedBy, stage, stage.ctx), { sessionId, version: 1 }, ctx)
  return sessionId
}

async function confirming(lesson: Lesson, sessionId: string, stage: Stage, ctx: Ctx): Promise<void> {
  const { by, named = [], come = [], visitors = 0 } = lesson
  for (const key of come.filter((one) => named.includes(one))) {
    await confirmLearning(await actorOf(key, stage, stage.ctx), { sessionId }, ctx)
  }
  const others = come.filter((one) => !named.includes(one))
  if (others.length + visitors === 0) return
  const { token } = await makeTeachingLink(await actorOf(by, stage, stage.ctx), { sessionId }, ctx)
  for (const key of others) await confirmByLink(await actorOf(key, stage, stage.ctx), { token, id: newId() }, ctx)
  for (let count = 0; count < visitors; count += 1) await confirmByLink(visitor, { token, id: newId() }, ctx)
}
