// Taking a module or an activity out of the draft, and moving an activity elsewhere: folded away until somebody wants to.
import { m } from '#app/paraglide/messages.js'
import { Fold, plainField, SelectField, SubmitButton } from '#app/ui/index.ts'
import type { Track } from '../../rules/shape.ts'
import { trackName, tracks } from '../words.ts'
import { OrderForm } from './Outline.tsx'
import { titleWords } from './words.ts'

type Named = { id: string; title: string }

export function ModuleRemoval({ pathId, module, builtOn }: { pathId: string; module: Named; builtOn: readonly Named[] }) {
  const names = builtOn.map((one) => titleWords(one.title)).join(', ')
  return (
    <Fold summary={m.paths_edit_module_remove()}>
      <p>{m.paths_edit_module_remove_text()}</p>
      {names ? <p>{m.paths_edit_module_remove_built({ modules: names })}</p> : null}
      <OrderForm pathId={pathId} sent={{ kind: 'remove_module', moduleId: module.id }}>
        <SubmitButton variant="danger">{m.paths_remove()}</SubmitButton>
      </OrderForm>
    </Fold>
  )
}

type ActivityProps = { pathId: string; moduleId: string; activityId: string }

export function ActivityRemoval({ pathId, moduleId, activityId }: ActivityProps) {
  return (
    <Fold summary={m.paths_edit_activity_remove()}>
      <p>{m.paths_edit_activity_remove_text()}</p>
      <OrderForm pathId={pathId} sent={{ kind: 'remove_activity', moduleId, activityId }}>
        <SubmitButton variant="danger">{m.paths_remove()}</SubmitButton>
      </OrderForm>
    </Fold>
  )
}

/** To the end of the other track, or of a track of another module. */
export function ActivityPlace(props: ActivityProps & { track: Track; modules: readonly Named[] }) {
  const { pathId, moduleId, activityId, track, modules } = props
  const options = modules.flatMap((module) =>
    tracks.map((each) => ({
      value: `${module.id} ${each}`,
      label: m.paths_edit_place({ module: titleWords(module.title), track: trackName(each) }),
    })),
  )
  return (
    <Fold summary={m.paths_edit_move()}>
      <OrderForm pathId={pathId} sent={{ kind: 'place_activity', moduleId, activityId }} className="sl-stack">
        <SelectField
          field={plainField('to', { id: 'place', value: `${moduleId} ${track}` })}
          label={m.paths_edit_move_to()}
          options={options}
        />
        <SubmitButton variant="secondary">{m.paths_edit_move_submit()}</SubmitButton>
      </OrderForm>
    </Fold>
  )
}
