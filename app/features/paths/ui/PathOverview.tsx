// The path as a whole: what it is for, how long it takes, and its modules in order.
import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import { ButtonLink, Chip, Columns, Facts, Page, PageHead, Section } from '#app/ui/index.ts'
import type { Block } from '../rules/shape.ts'
import type { Time } from '../rules/time.ts'
import { AboutVersion, OlderVersion, type VersionFacts } from './AboutVersion.tsx'
import { useKeeping } from './kept.ts'
import { OtherLanguage, PathLanguage, Said } from './language.tsx'
import { PassageText } from './PassageText.tsx'
import { WalkFirst } from './WalkFirst.tsx'
import type { Walked } from './walked.ts'
import { addressOf, hoursWords, minutesWords, timeWords } from './words.ts'

type ModuleFacts = { id: string; title: string; aim: string; optional: boolean; requires: string[]; time: Time }

export type PathOverviewProps = {
  language: Locale
  path: { id: string; title: string; lead: Block[]; pace: string }
  time: Time
  modules: ModuleFacts[]
  sheets: { id: string; title: string }[]
  version: VersionFacts
  walked?: Walked | undefined
}

export function PathOverview({ language, path, time, modules, sheets, version, walked }: PathOverviewProps) {
  const keep = useKeeping()
  const [first] = modules
  return (
    <PathLanguage language={language}>
      <Page>
        <PageHead title={<Said>{path.title}</Said>} eyebrow={<Link to="/paths">{m.paths_nav()}</Link>} facts={[version.by]}>
          <OtherLanguage />
          <div className="sl-row">
            {first && !walked?.begun ? (
              <ButtonLink to={keep(addressOf(path.id, first.id))}>{m.paths_begin()}</ButtonLink>
            ) : null}
            {version.audience === 'everyone' ? (
              <ButtonLink to={addressOf(path.id, 'share')} variant="secondary">
                {m.paths_share()}
              </ButtonLink>
            ) : null}
          </div>
        </PageHead>
        <Columns
          label={m.paths_about()}
          side={
            <>
              {walked?.beside}
              <Section id="time" title={m.paths_time()}>
                <Facts items={timeFacts(time, path.pace)} />
              </Section>
              <AboutVersion pathId={path.id} version={version} />
              {sheets.length > 0 ? (
                <Section id="sheets" title={m.paths_sheets()}>
                  <ul className="sl-list">
                    {sheets.map((sheet) => (
                      <li key={sheet.id}>
                        <Link to={keep(addressOf(path.id, 'sheets', sheet.id))}>{sheet.title}</Link>
                      </li>
                    ))}
                  </ul>
                </Section>
              ) : null}
              <Section id="print" title={m.paths_print_title()}>
                <p>
                  <Link to={keep(addressOf(path.id, 'print'))}>{m.paths_print_link()}</Link>
                </p>
              </Section>
            </>
          }
        >
          <OlderVersion pathId={path.id} version={version} />
          {walked?.first}
          <PassageText blocks={path.lead} />
          <Section id="modules" title={m.paths_modules()}>
            <ol className="sl-path-modules">
              {modules.map((one) => (
                <Module key={one.id} path={{ id: path.id, modules }} module={one} planned={walked?.planned[one.id]} />
              ))}
            </ol>
          </Section>
          {version.audience === 'everyone' ? <p className="sl-meta">{m.paths_free()}</p> : null}
        </Columns>
      </Page>
    </PathLanguage>
  )
}

function timeFacts(time: Time, pace: string) {
  return [
    { term: m.paths_track_resource_person(), value: hoursWords(time.resource_person) },
    { term: m.paths_track_leader(), value: hoursWords(time.leader) },
    { term: m.paths_together(), value: hoursWords(time.joint) },
    ...(pace ? [{ term: m.paths_field_pace(), value: <Said>{pace}</Said> }] : []),
  ]
}

type ModuleProps = { path: { id: string; modules: ModuleFacts[] }; module: ModuleFacts; planned: ReactNode }

function Module({ path, module, planned }: ModuleProps) {
  const keep = useKeeping()
  const { id, title, aim, optional, time, requires } = module
  // Who reads from the top has come past the module before; it is only said where something else is asked.
  const before = path.modules[path.modules.indexOf(module) - 1]?.id
  return (
    <li>
      <h3>
        <Link to={keep(addressOf(path.id, id))}>
          <Said>{title}</Said>
        </Link>
      </h3>
      <p>
        <Said>{aim}</Said>
      </p>
      <p className="sl-meta">
        {optional ? <Chip>{m.paths_optional()}</Chip> : null} {capital(timeWords(time, minutesWords).join(' · '))}
      </p>
      {planned ? <p className="sl-meta">{planned}</p> : null}
      {requires.every((one) => one === before) ? null : <WalkFirst path={path} requires={requires} complete={[]} />}
    </li>
  )
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}
