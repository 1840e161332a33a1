// What may be uploaded to a path, by what the file is and not by what it calls itself; and which part of it is asked for.
import type { MediaKind } from '../words.ts'
import { packingsOf } from './film.ts'

/** Bytes of one file, by kind; and of all files of a path. */
export const largest: Record<MediaKind, number> = { picture: 15_000_000, film: 50_000_000, captions: 1_000_000 }
export const largestOfAll = Math.max(...Object.values(largest))
export const mostOfPath = 400_000_000
export const mostFiles = 300

type Sort = { kind: MediaKind; type: 'image/jpeg' | 'image/png' | 'image/webp' | 'video/mp4' | 'video/webm' | 'text/vtt' }

/** What the file is by its first bytes; null for all that is not allowed, SVG among it. */
export function sortOf(bytes: Uint8Array): Sort | null {
  const begins = (text: string, at = 0) => latin(bytes, at, text.length) === text
  if (begins('\xff\xd8\xff')) return { kind: 'picture', type: 'image/jpeg' }
  if (begins('\x89PNG\r\n\x1a\n')) return { kind: 'picture', type: 'image/png' }
  if (begins('RIFF') && begins('WEBP', 8)) return { kind: 'picture', type: 'image/webp' }
  if (isFilm(bytes)) return { kind: 'film', type: 'video/mp4' }
  if (begins('\x1a\x45\xdf\xa3') && latin(bytes, 0, 64).includes('\x42\x82\x84webm'))
    return { kind: 'film', type: 'video/webm' }
  if (begins('WEBVTT') || begins('\xef\xbb\xbfWEBVTT')) return { kind: 'captions', type: 'text/vtt' }
  return null
}

/** MP4, or a telephone's QuickTime around the same pictures (H.264): every browser plays these, and not the telephone's own HEVC. */
function isFilm(bytes: Uint8Array): boolean {
  const brand = latin(bytes, 4, 4) === 'ftyp' ? latin(bytes, 8, 4) : ''
  if (brand !== 'qt  ' && !filmBrands.includes(brand)) return false
  const packings = packingsOf(bytes)
  if (packings.some((one) => telephones.includes(one))) return false
  return brand !== 'qt  ' || packings.includes('avc1')
}

/** What a file is that telephones make and browsers cannot show; null for all else that is not allowed. */
export function telephoneSort(bytes: Uint8Array): 'film' | 'picture' | null {
  const [box, brand] = [latin(bytes, 4, 4), latin(bytes, 8, 4)]
  if (box === 'ftyp') return ['heic', 'heix', 'mif1', 'msf1', 'heim', 'heis'].includes(brand) ? 'picture' : 'film'
  return ['moov', 'wide', 'mdat'].includes(box) ? 'film' : null
}

const telephones = ['hvc1', 'hev1', 'dvh1', 'dvhe']
const filmBrands = ['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'dash', 'MSNV']

function latin(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

/** What the file was called, fit to be shown and to be a name on any disk. */
export function fileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const plain = last.replace(/[\p{C}"*:<>?|;]/gu, '').trim()
  return plain.slice(0, 120) || 'fil'
}

export type Part = { from: number; to: number }

/** The longest part that is sent at once when the end is left open: a film is fetched as it is watched. */
const LONGEST_PART = 2_000_000

/**
 * The bytes that a Range header asks for, both ends included. `whole` where it asks for none, or for several parts;
 * `outside` where there are none (416).
 */
export function partOf(header: string | null, size: number): Part | 'whole' | 'outside' {
  const asked = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (!asked || (!asked[1] && !asked[2])) return 'whole'
  const [first, last] = [asked[1] ? Number(asked[1]) : null, asked[2] ? Number(asked[2]) : null]
  if (first === null) return last ? { from: Math.max(0, size - last), to: size - 1 } : 'outside'
  if (first >= size || (last !== null && last < first)) return 'outside'
  return { from: first, to: Math.min(size - 1, last ?? first + LONGEST_PART - 1) }
}
