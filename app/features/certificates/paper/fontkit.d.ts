// The little of fontkit that is used here; it has no types of its own.
declare module 'fontkit' {
  type Command = { command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'; args: number[] }
  type Glyph = { id: number; advanceWidth: number; path: { commands: Command[] } }
  type Font = {
    numGlyphs: number
    characterSet: number[]
    getGlyph(id: number): Glyph
    glyphForCodePoint(codePoint: number): Glyph
    directory: { tables: Record<string, { length: number } | undefined> }
    /** A stream that stands at the beginning of the table. */
    _getTableStream(tag: string): { pos: number; readBuffer(length: number): Uint8Array } | null
  }
  export function create(bytes: Uint8Array): Font
}
