// Tables as text: RFC 4180 with comma, semicolon or tab (what a spreadsheet puts on the clipboard), with or without BOM.

/** What is wrong in the file, with its line. */
export class CsvError extends Error {
  readonly line: number | undefined

  constructor(message: string, line?: number) {
    super(message)
    this.name = 'CsvError'
    this.line = line
  }
}

export type CsvRow = { line: number; cells: string[] }

/** Rows with the number of the line they begin on; empty lines are left out. @throws CsvError for a quotation without end */
export function readCsv(text: string): CsvRow[] {
  const source = text.replace(/^\uFEFF/, '')
  const comma = separatorIn(source.split(/\r?\n/)[0] ?? '')
  const rows: CsvRow[] = []
  let [line, begun, cells, cell, inQuotes] = [1, 1, [] as string[], '', false]
  const endRow = () => {
    cells.push(cell)
    if (cells.some((each) => each.trim() !== '')) rows.push({ line: begun, cells })
    cells = []
    cell = ''
    begun = line + 1
  }
  for (let at = 0; at < source.length; at += 1) {
    const sign = source[at]
    if (inQuotes && sign === '"' && source[at + 1] === '"') {
      cell += '"'
      at += 1
    } else if (sign === '"') inQuotes = !inQuotes
    else if (!inQuotes && sign === comma) {
      cells.push(cell)
      cell = ''
    } else if (!inQuotes && sign === '\n') endRow()
    else if (!(sign === '\r' && !inQuotes)) cell += sign
    if (sign === '\n') line += 1
  }
  if (inQuotes) throw new CsvError(`Line ${begun}: a quotation mark is never closed.`, begun)
  if (cell !== '' || cells.length > 0) endRow()
  return rows
}

function separatorIn(head: string): string {
  if (head.includes('\t')) return '\t'
  return head.includes(';') ? ';' : ','
}

/** With a byte-order mark, so that spreadsheets see that it is UTF-8. */
export function writeCsv(rows: readonly (readonly string[])[], comma: ',' | ';' = ','): string {
  return `\uFEFF${rows.map((cells) => cells.map(quoted).join(comma)).join('\r\n')}\r\n`
}

/** Quoted when needed, and with a ' before what a spreadsheet would take for a formula. */
function quoted(value: string): string {
  const guarded = /^[=+\-@\t\0']/.test(value) ? `'${value}` : value
  return /["\r\n,;\t]/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded
}

/** Takes away the ' that `writeCsv` put before what looks like a formula. */
export function unguarded(value: string): string {
  return /^'[=+\-@\t\0']/.test(value) ? value.slice(1) : value
}
