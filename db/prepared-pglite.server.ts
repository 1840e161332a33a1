// The embedded database with prepared statements, as PostgreSQL's driver has them. PGlite's own query() parses and plans
// every statement anew and enters the engine six times for it; that was more than half of a page's time.
import { messages, PGlite, protocol, type QueryOptions, type Results, type Transaction } from '@electric-sql/pglite'

type Prepared = { name: string; paramTypes: number[]; columns: { name: string; dataTypeID: number }[] }
type Backend = Awaited<ReturnType<PGlite['execProtocol']>>['messages']

/** Statements kept in the engine; the longest unused gives way. Lists of varying length make many texts of one query. */
const KEPT = 400

/** A plan made before a table changed: PostgreSQL refuses it, and a new plan is all it takes. */
const PLAN_OUTDATED = '0A000'

const { serialize } = protocol

/** PGlite whose `query` prepares a statement's text the first time and binds values to it from then on. */
export class PreparedPGlite extends PGlite {
  readonly #prepared = new Map<string, Prepared>()
  #made = 0

  override async query<T>(text: string, values: unknown[] = [], options: QueryOptions = {}): Promise<Results<T>> {
    await this._checkReady()
    return this._runExclusiveTransaction(() => this.#run<T>(text, values, options, false))
  }

  override transaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    return super.transaction((tx) => {
      tx.query = <R>(text: string, values: unknown[] = [], options: QueryOptions = {}) => {
        if (tx.closed) throw new Error('Transaction is closed')
        return this.#run<R>(text, values, options, true)
      }
      return work(tx)
    })
  }

  #run<T>(text: string, values: unknown[], options: QueryOptions, inside: boolean): Promise<Results<T>> {
    return this._runExclusiveQuery(async () => {
      try {
        return await this.#bound<T>(text, values, options, inside)
      } catch (error) {
        if (!isOutdated(error)) throw error
        await this.#forget(text)
        if (inside) throw error
        return await this.#bound<T>(text, values, options, inside)
      }
    })
  }

  async #bound<T>(text: string, values: unknown[], options: QueryOptions, inside: boolean): Promise<Results<T>> {
    const { name, paramTypes, columns } = this.#prepared.get(text) ?? (await this.#prepare(text))
    this.#prepared.delete(text)
    this.#prepared.set(text, { name, paramTypes, columns })
    const bound = values.map((value, index) => this.#written(value, paramTypes[index] ?? 0))
    const sent = joined(serialize.bind({ statement: name, values: bound }), serialize.execute({}), serialize.sync())
    const answer = await this.execProtocol(sent, { syncToFs: !inside })
    const parsers = columns.map(({ dataTypeID }) => options.parsers?.[dataTypeID] ?? this.parsers[dataTypeID])
    const rows: unknown[] = []
    let affectedRows = 0
    for (const message of answer.messages) {
      if (message instanceof messages.DataRowMessage) {
        const cells = message.fields.map((cell, index) => read(cell, columns[index]?.dataTypeID ?? 0, parsers[index]))
        rows.push(options.rowMode === 'array' ? cells : named(columns, cells))
      } else if (message instanceof messages.CommandCompleteMessage) affectedRows += changedBy(message.text)
    }
    return { rows: rows as T[], fields: columns, affectedRows }
  }

  async #prepare(text: string): Promise<Prepared> {
    const oldest = this.#prepared.size >= KEPT ? this.#prepared.keys().next().value : undefined
    if (oldest !== undefined) await this.#forget(oldest)
    this.#made += 1
    const name = `s${this.#made}`
    const sent = joined(serialize.parse({ name, text }), serialize.describe({ type: 'S', name }), serialize.sync())
    const answer = await this.execProtocol(sent, { syncToFs: false })
    const prepared = { name, ...describedBy(answer.messages) }
    this.#prepared.set(text, prepared)
    return prepared
  }

  async #forget(text: string): Promise<void> {
    const prepared = this.#prepared.get(text)
    this.#prepared.delete(text)
    if (!prepared) return
    await this.execProtocol(joined(serialize.close({ type: 'S', name: prepared.name }), serialize.sync()), { syncToFs: false })
  }

  #written(value: unknown, dataTypeID: number): string | null {
    if (value === null || value === undefined) return null
    const write = this.serializers[dataTypeID]
    return write ? write(value) : String(value)
  }
}

function describedBy(answer: Backend): Pick<Prepared, 'paramTypes' | 'columns'> {
  const params = answer.find((message) => message instanceof messages.ParameterDescriptionMessage)
  const row = answer.find((message) => message instanceof messages.RowDescriptionMessage)
  return {
    paramTypes: params?.dataTypeIDs ?? [],
    columns: row?.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })) ?? [],
  }
}

function read(cell: string | null, dataTypeID: number, parse?: (text: string, dataTypeID: number) => unknown): unknown {
  return cell === null || !parse ? cell : parse(cell, dataTypeID)
}

function named(columns: Prepared['columns'], cells: unknown[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name }, index) => [name, cells[index]]))
}

/** The number in a command's tag: `INSERT 0 3`, `UPDATE 2`; reading changes nothing. */
function changedBy(tag: string): number {
  return /^(?:INSERT|UPDATE|DELETE|COPY|MERGE)\b/.test(tag) ? Number(tag.split(' ').at(-1)) : 0
}

function isOutdated(error: unknown): boolean {
  return error instanceof Error && (error as { code?: string }).code === PLAN_OUTDATED
}

function joined(...parts: Uint8Array[]): Uint8Array {
  return Buffer.concat(parts)
}
