// Two people wrote at once: what the other one saved, beside the form that still holds one's own words.
import { countryName, formatList, languageName } from '#app/i18n/format.ts'
import { m } from '#app/paraglide/messages.js'
import { CardSection, Facts } from '#app/ui/index.ts'
import type { Profile, Unit } from '../queries/unit.server.ts'
import { dayCountWords, formWord, groupWords, kindWord } from './unit-words.ts'

export function UnitConflict({ unit, profile }: { unit: Unit; profile: Profile | null }) {
  const words = (text: string | undefined) => (
    <span className="sl-voice" lang={unit.language}>
      {text || '–'}
    </span>
  )
  return (
    <CardSection id="conflict" title={m.units_conflict_title()} tone="meet">
      <p>{m.units_conflict_lead()}</p>
      <Facts
        items={[
          { term: m.units_name(), value: unit.name },
          { term: m.units_kind(), value: kindWord(unit.kind) },
          { term: m.units_country(), value: countryName(unit.country) },
          { term: m.units_city(), value: unit.city || '–' },
          { term: m.units_can_show(), value: words(profile?.canShow) },
          { term: m.units_struggle(), value: words(profile?.struggleWith) },
          { term: m.units_practicalities(), value: words(profile?.practicalities) },
          { term: m.units_languages(), value: formatList((profile?.languages ?? []).map(languageName)) || '–' },
          { term: m.units_forms(), value: formatList((profile?.forms ?? []).map(formWord)) || '–' },
          { term: m.units_group(), value: profile ? groupWords(profile.groupMin, profile.groupMax) : '–' },
          { term: m.units_length(), value: profile ? dayCountWords(profile.daysMin, profile.daysMax) : '–' },
          { term: m.units_notice(), value: profile ? m.units_notice_value({ count: profile.noticeMonths }) : '–' },
        ]}
      />
    </CardSection>
  )
}
