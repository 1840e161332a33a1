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
