// Bytes of script that reading pages send to somebody who has not signed in, against the promised 20 KB.
import type { Figure } from './table.ts'

const PROMISED_KILOBYTES = 20

export async function measureScripts(origin: string, paths: readonly string[]): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const path of paths) {
    const bytes = await scriptBytesOf(origin, path)
    const kilobytes = bytes / 1024
    figures.push({
      what: `script sent by ${path}, signed out`,
      ours: `${kilobytes.toFixed(1)} KB`,
      peer: `promised ${PROMISED_KILOBYTES} KB`,
      ratio: kilobytes / PROMISED_KILOBYTES,
      limit: 1,
    })
  }
  return figures
}

/** Inline scripts, script files and preloaded modules, uncompressed. */
async function scriptBytesOf(origin: string, path: string): Promise<number> {
  const response = await fetch(origin + path)
  if (response.status !== 200) throw new Error(`${path} answered ${response.status}`)
  const html = await response.text()
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1] ?? '')
  const files = new Set([
    ...[...html.matchAll(/<script[^>]*\ssrc="([^"]+)"/g)].map((match) => match[1] ?? ''),
    ...[...html.matchAll(/<link[^>]*rel="modulepreload"[^>]*href="([^"]+)"/g)].map((match) => match[1] ?? ''),
  ])
  let bytes = inline.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  for (const file of files) bytes += (await (await fetch(new URL(file, origin))).arrayBuffer()).byteLength
  return bytes
}
