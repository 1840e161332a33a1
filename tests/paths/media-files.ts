// Files as tests need them, good and bad.
import sharp from 'sharp'

export function bytesOf(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'latin1'))
}

function box(type: string, ...inside: Uint8Array[]): Uint8Array {
  const body = Buffer.concat(inside)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(body.byteLength + 8)
  head.write(type, 4, 'latin1')
  return new Uint8Array(Buffer.concat([head, body]))
}

type Film = { place: string; size?: number; brand?: string; packed?: string }

/** Boxes as a phone writes them; it says where it was filmed. `size`: of what plays; `packed`: as what, in four letters. */
export function aFilm({ place, size = 64, brand = 'isom', packed = 'avc1' }: Film): Uint8Array {
  const traces = box('udta', box('\xa9xyz', bytesOf(place)))
  const table = box('stsd', bytesOf('\0\0\0\0\0\0\0\x01'), box(packed, bytesOf('0000')))
  const media = box('mdia', box('mdhd', bytesOf('0000')), box('minf', box('stbl', table)))
  const track = box('trak', media, box('meta', bytesOf(place)))
  const frames = new Uint8Array(Buffer.concat([bytesOf('FRAMES'), Buffer.alloc(size, 7)]))
  return new Uint8Array(
    Buffer.concat([box('ftyp', bytesOf(`${brand}\0\0\0\0`)), box('moov', track, traces), box('mdat', frames)]),
  )
}

/** A picture of one colour, with the place it was taken at. */
export async function aPicture({ width = 40, height = 20 }: { width?: number; height?: number } = {}): Promise<Uint8Array> {
  const plain = sharp({ create: { width, height, channels: 3, background: '#c04080' } }).jpeg()
  const told = plain.withExif({ IFD0: { Artist: 'Elsas telefon' }, IFD3: { GPSLatitude: '59/1 16/1 0/1' } })
  return new Uint8Array(await told.toBuffer())
}

/** A PNG that says it has 900 million pixels, in a few bytes. */
export async function aBomb(): Promise<Uint8Array> {
  const png = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  png.writeUInt32BE(30_000, 16)
  png.writeUInt32BE(30_000, 20)
  png.writeUInt32BE(crcOf(png.subarray(12, 29)), 29)
  return new Uint8Array(png)
}

function crcOf(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

/** A form with a file, as a browser sends it. */
export async function multipart(file: { name: string; bytes: Uint8Array; type?: string }, fields: Record<string, string>) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([new Uint8Array(file.bytes)], { type: file.type ?? 'image/png' }), file.name)
  const { headers, body } = new Request('http://own.invalid/', { method: 'POST', body: form })
  return { type: headers.get('content-type') ?? '', body: new Uint8Array(await new Response(body).arrayBuffer()) }
}
