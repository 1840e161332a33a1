/** Something an operator can do: `run` answers with the sentence to print, or throws with one. The database is open. */
export type Verb = {
  name: string
  /** As it is typed: `create-admin --email ADDRESS --name NAME` */
  usage: string
  /** One line for the overview. */
  summary: string
  help: string
  run(args: string[]): Promise<string>
}

/** The only word expected, a file. */
export function fileIn(words: readonly string[], verb: string): string {
  const [file, ...more] = words
  if (!file || more.length > 0) throw new Error(`Name one file: npm run admin -- ${verb} FILE`)
  return file
}
