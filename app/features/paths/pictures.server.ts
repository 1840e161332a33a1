// Pictures are drawn anew from what was uploaded: nothing of the file but what it shows is ever sent on.
import { DomainError } from '#app/kernel/errors.ts'

/** Far beyond any camera, far below what would fill the memory. */
const MOST_PIXELS = 60_000_000
const LONGEST_SIDE = 2_000

/**
 * The same picture as WebP, upright, at most 2,000 pixels a side, without places, dates and names of cameras.
 * `bytes`: JPEG, PNG or WebP by their first bytes. @throws invalid for what cannot be read whole
 */
export async function redrawn(bytes: Uint8Array): Promise<Uint8Array> {
  // Loaded with the first picture, not at start.
  const { default: sharp } = await import('sharp')
  try {
    return await sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
      .timeout({ seconds: 15 })
      .rotate()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer()
  } catch {
    throw new DomainError('invalid', 'paths_error_picture')
  }
}
