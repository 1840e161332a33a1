// Reads iCalendar back the way a calendar program does: unfold lines, split name from value, unescape text.

type Properties = Record<string, string>

/** The calendar's own properties and its events, with TEXT values unescaped. Throws on a line that is no property. */
export function readIcs(text: string): { calendar: Properties; events: Properties[] } {
  const calendar: Properties = {}
  const events: Properties[] = []
  let current = calendar
  for (const line of text.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').split('\r\n')) {
    if (line === '' || line === 'BEGIN:VCALENDAR' || line === 'END:VCALENDAR') continue
    if (line === 'BEGIN:VEVENT') {
      current = {}
      events.push(current)
    } else if (line === 'END:VEVENT') {
      current = calendar
    } else {
      const match = /^([A-Z-]+(?:;[^:"]*(?:"[^"]*"[^:"]*)*)?):(.*)$/.exec(line)
      if (!match?.[1]) throw new Error(`Not a property: ${line}`)
      current[match[1]] = unescaped(match[2] ?? '')
    }
  }
  return { calendar, events }
}

/** The events by their UID; throws when two have the same. */
export function entriesOf(text: string): Map<string, Properties> {
  const { events } = readIcs(text)
  const entries = new Map(events.map((event) => [event.UID ?? '', event]))
  if (entries.size !== events.length) throw new Error('Two events have one UID.')
  return entries
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character))
}
