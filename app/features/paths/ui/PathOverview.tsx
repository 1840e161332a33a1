// The path as a whole: what it is for, how long it takes, and its modules in order.
import { Link } from '@remix-run/react'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Chip, Columns, Facts, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Block } from '../rules/shape.ts'
import type { Time } from '../rules/time.ts'
import { PassageText } from './PassageText.tsx'
import type { Walked } from './walked.ts'
import { addressOf, hoursWords, minutesWords } from './words.ts'

export type PathOverviewProps = {
  path: { id: string; title: string; lead: Block[]; pace: string }
  time: Time
  modules: { id: string; title: string; aim: string; optional: boolean; time: Time }[]
  sheets: { id: string; title: string }[]
  walked?: Walked | undefined
}

export function PathOverview({ path, time, modules, sheets, walked }: PathOverviewProps) {
  const [first] = modules
  return (
    <Page>
      <PageHead title={path.title} eyebrow={m.paths_title()}>
        <div className="sl-row">
          {first && !walked?.begun ? <ButtonLink to={addressOf(path.id, first.id)}>{m.paths_begin()}</ButtonLink> : null}
          <ButtonLink to={addressOf(path.id, 'share')} variant="secondary">
            {m.paths_share()}
          </ButtonLink>
        </div>
      </PageHead>
      <Columns
        label={m.paths_about()}
        side={
          <>
            {walked?.beside}
            <Section id="time" title={m.paths_time()}>
              <Facts
                items={[
                  { term: m.paths_track_resource_person(), value: hoursWords(time.resource_person) },
                  { term: m.paths_track_leader(), value: hoursWords(time.leader) },
                  { term: m.paths_together(), value: hoursWords(time.joint) },
                  { term: m.paths_pace(), value: path.pace },
                ]}
              />
            </Section>
            <Section id="sheets" title={m.paths_sheets()}>
              <ul className="sl-list">
                {sheets.map((sheet) => (
                  <li key={sheet.id}>
                    <Link to={addressOf(path.id, 'sheets', sheet.id)}>{sheet.title}</Link>
                  </li>
                ))}
              </ul>
            </Section>
            <Section id="print" title={m.paths_print_title()}>
              <p>
                <Link to={addressOf(path.id, 'print')}>{m.paths_print_link()}</Link>
              </p>
            </Section>
          </>
        }
      >
        {walked?.first}
        <PassageText blocks={path.lead} />
        <Section id="modules" title={m.paths_modules()}>
          <ol className="sl-path-modules">
            {modules.map((one) => (
              <li key={one.id}>
                <h3>
                  <Link to={addressOf(path.id, one.id)}>{one.title}</Link>
                </h3>
                <p>{one.aim}</p>
                <p className="sl-meta">
                  {one.optional ? <Chip>{m.paths_optional()}</Chip> : null}{' '}
                  {m.paths_module_time({
                    resource: minutesWords(one.time.resource_person),
                    leader: minutesWords(one.time.leader),
                    joint: minutesWords(one.time.joint),
                  })}
                </p>
              </li>
            ))}
          </ol>
        </Section>
        <p>
          <Link to="/training">{m.training_steps_title()}</Link>
        </p>
        <p className="sl-meta">{m.paths_free()}</p>
      </Columns>
    </Page>
  )
}
