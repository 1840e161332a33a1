// The draft as a list: modules with their activities, each with what it lacks, buttons to move it, and room for one more.
import { ArrowDownIcon, ArrowUpIcon, PlusIcon } from '@navikt/aksel-icons'
import { Form, Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import type { Locale } from '#app/kernel/locales.ts'
import { m } from '#app/paraglide/messages.js'
import {
  CardSection,
  Chip,
  EmptyState,
  Fold,
  ownNameOf,
  plainField,
  SelectField,
  SubmitButton,
  TextField,
} from '#app/ui/index.ts'
import type { GapCount, ModuleRow, StepRow } from '../../editor-views.ts'
import { activityKinds } from '../../rules/empty.ts'
import type { Track } from '../../rules/shape.ts'
import { kindName, minutesWords, trackName, tracks } from '../words.ts'
import { GapMark } from './Sides.tsx'
import { editAddress, titleWords } from './words.ts'

export type FreshIds = { module: string; activity: string }
/** `language`: what new titles are written in. */
type Props = { pathId: string; language: Locale; modules: readonly ModuleRow[]; fresh: FreshIds }

export function Outline({ pathId, language, modules, fresh }: Props) {
  return (
    <div className="sl-stack-l">
      {modules.length === 0 ? (
        <EmptyState id="empty" title={m.paths_edit_modules_none()}>
          <p>{m.paths_edit_modules_why()}</p>
        </EmptyState>
      ) : null}
      {modules.map((module, index) => (
        <CardSection
          key={module.id}
          id={module.id.toLowerCase()}
          title={<Link to={editAddress(pathId, module.id)}>{`${index + 1}. ${titleWords(module.title)}`}</Link>}
        >
          <div className="sl-row">
            {module.optional ? <Chip>{m.paths_optional()}</Chip> : null}
            {module.hasJoint ? <Chip>{m.paths_edit_joint_has()}</Chip> : null}
            <Gaps gaps={module.gaps} />
            <Moves
              {...{ pathId, title: titleWords(module.title), first: index === 0, last: index === modules.length - 1 }}
              place={{ kind: 'move_module', moduleId: module.id }}
            />
          </div>
          <div className="sl-grid sl-grid--2">
            {tracks.map((track) => (
              <Steps key={track} {...{ pathId, moduleId: module.id, track, steps: module.tracks[track] }} />
            ))}
          </div>
          <AddActivity {...{ pathId, language }} moduleId={module.id} id={`${fresh.activity}-${index}`} />
        </CardSection>
      ))}
      <AddModule {...{ pathId, language }} id={fresh.module} />
    </div>
  )
}

type StepsProps = { pathId: string; moduleId: string; track: Track; steps: readonly StepRow[] }

function Steps({ pathId, moduleId, track, steps }: StepsProps) {
  return (
    <div className="sl-stack-s">
      <h3>{trackName(track)}</h3>
      {steps.length === 0 ? <p className="sl-meta">{m.paths_edit_activities_none()}</p> : null}
      <ul className="sl-path-steps">
        {steps.map((step, index) => (
          <li key={step.id} className="sl-outline-step">
            <span className="sl-grow">
              <Link to={editAddress(pathId, moduleId, step.id)}>{titleWords(step.title)}</Link>
              <span className="sl-meta">
                {kindName(step.kind)} · {minutesWords(step.minutes)}
              </span>
              <Gaps gaps={step.gaps} />
            </span>
            <Moves
              {...{ pathId, title: titleWords(step.title), first: index === 0, last: index === steps.length - 1 }}
              place={{ kind: 'move_activity', moduleId, activityId: step.id }}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** Languages that lack something here; nothing where all is there. */
export function Gaps({ gaps }: { gaps: readonly GapCount[] }) {
  const lacking = gaps.filter((gap) => gap.count > 0)
  if (lacking.length === 0) return null
  const list = lacking.map(({ language, count }) => `${ownNameOf(language)} ${count}`).join(', ')
  return <GapMark>{m.paths_edit_lacking({ list })}</GapMark>
}

type MovesProps = { pathId: string; title: string; first: boolean; last: boolean; place: Record<string, string> }

/** One step up or down. What stands at an end has one button. */
function Moves({ pathId, title, first, last, place }: MovesProps) {
  return (
    <span className="sl-outline-moves">
      {first ? null : (
        <OrderForm pathId={pathId} sent={{ ...place, by: '-1' }} className="sl-outline-up">
          <SubmitButton variant="quiet" size="small" icon={<ArrowUpIcon aria-hidden />}>
            <span className="sl-hidden">{m.paths_edit_up({ title })}</span>
          </SubmitButton>
        </OrderForm>
      )}
      {last ? null : (
        <OrderForm pathId={pathId} sent={{ ...place, by: '1' }}>
          <SubmitButton variant="quiet" size="small" icon={<ArrowDownIcon aria-hidden />}>
            <span className="sl-hidden">{m.paths_edit_down({ title })}</span>
          </SubmitButton>
        </OrderForm>
      )}
    </span>
  )
}

type OrderProps = { pathId: string; sent: Record<string, string>; className?: string; children: ReactNode }

/** A change of the outline, as a form: what it is stands in hidden fields. */
export function OrderForm({ pathId, sent, className, children }: OrderProps) {
  return (
    <Form method="post" action={editAddress(pathId, 'order')} preventScrollReset className={className}>
      {Object.entries(sent).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  )
}

type AddProps = { pathId: string; language: Locale; id: string }

function AddModule({ pathId, language, id }: AddProps) {
  return (
    <CardSection id="add" title={m.paths_edit_module_add()} tone="quiet">
      <OrderForm pathId={pathId} sent={{ kind: 'add_module', id, language }} className="sl-stack">
        <TextField
          field={plainField('title', { id: 'new-module' })}
          label={m.paths_edit_module_title()}
          maxLength={300}
          autoComplete="off"
          required
        />
        <SubmitButton variant="secondary" icon={<PlusIcon aria-hidden />}>
          {m.paths_edit_module_add()}
        </SubmitButton>
      </OrderForm>
    </CardSection>
  )
}

function AddActivity({ pathId, language, moduleId, id }: AddProps & { moduleId: string }) {
  return (
    <Fold summary={m.paths_edit_activity_add()}>
      <OrderForm pathId={pathId} sent={{ kind: 'add_activity', moduleId, id, language }} className="sl-stack">
        <TextField
          field={plainField('title', { id: `${id}-title` })}
          label={m.paths_edit_activity_title()}
          maxLength={300}
          autoComplete="off"
          required
        />
        <div className="sl-grid sl-grid--2">
          <SelectField
            field={plainField('activityKind', { id: `${id}-kind` })}
            label={m.paths_edit_activity_kind()}
            options={activityKinds.map((kind) => ({ value: kind, label: kindName(kind) }))}
          />
          <SelectField
            field={plainField('track', { id: `${id}-track` })}
            label={m.paths_edit_activity_track()}
            options={tracks.map((track) => ({ value: track, label: trackName(track) }))}
          />
        </div>
        <SubmitButton variant="secondary" icon={<PlusIcon aria-hidden />}>
          {m.paths_add()}
        </SubmitButton>
      </OrderForm>
    </Fold>
  )
}
