import { z } from 'zod'

const mostCharacters = 500_000

/** A table, pasted or as a file; the file counts when both are given. */
export const tableForm = z.object({
  text: z.string().max(mostCharacters, 'training_error_long').optional(),
  file: z.instanceof(File).optional(),
})

export const confirmedTable = z.object({ text: z.string().min(1).max(mostCharacters, 'training_error_long') })

/** The table's text. Files that are no UTF-8 are read as Windows-1252, as older spreadsheets of the Nordic countries write them. */
export async function textOf({ text = '', file }: z.output<typeof tableForm>): Promise<string> {
  if (!file || file.size === 0) return text
  const bytes = await file.arrayBuffer()
  try {
    return usable(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return usable(new TextDecoder('windows-1252').decode(bytes))
  }
}

/** No database text holds a NUL. */
function usable(text: string): string {
  return text.replaceAll('\0', '')
}
