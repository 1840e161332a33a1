import { sortByName } from '#app/i18n/format.ts'

/** People to choose among, by name; the profession tells apart those who share one. */
export function peopleOptions(people: readonly { id: string; name: string; profession: string }[]) {
  return sortByName(people, (one) => one.name).map(({ id, name, profession }) => ({
    value: id,
    label: profession ? `${name}, ${profession}` : name,
  }))
}
