import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const COLOURS = 256

type Picture = { readonly width: number; readonly height: number; readonly channels: 3 | 4; readonly bytes: Buffer }

/** A browser's picture in at most 256 colours: a third of the size, and for a screen of text and lines the eye sees no difference. */
export function toPalette(png: Buffer): Buffer {
  const picture = decode(png)
  const { palette, indexOf } = choosePalette(picture)
  const { width, height, channels, bytes } = picture
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = (y * width + x) * channels
      rows[y * (width + 1) + 1 + x] = indexOf(colourAt(bytes, at))
    }
  }
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 3, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** The frequent colours as they are; what is left over goes to the nearest of them. */
function choosePalette({ channels, bytes }: Picture) {
  const counts = new Map<number, number>()
  for (let at = 0; at < bytes.length; at += channels) {
    const colour = colourAt(bytes, at)
    counts.set(colour, (counts.get(colour) ?? 0) + 1)
  }
  const byCount = [...counts].sort((a, b) => b[1] - a[1]).map(([colour]) => colour)
  const palette = spread(byCount)
  const known = new Map(palette.map((colour, index) => [colour, index]))
  const indexOf = (colour: number): number => {
    const found = known.get(colour) ?? nearest(palette, colour)
    known.set(colour, found)
    return found
  }
  return { palette, indexOf }
}

/** Half of the places for the most frequent; the other half for frequent ones that are not close to any chosen yet. */
function spread(byCount: readonly number[]): number[] {
  const chosen = byCount.slice(0, COLOURS / 2)
  for (const apart of [900, 300, 80, 0]) {
    for (const colour of byCount) {
      if (chosen.length === COLOURS) return chosen
      if (chosen.every((one) => distance(one, colour) > apart)) chosen.push(colour)
    }
  }
  return chosen
}

function nearest(palette: readonly number[], colour: number): number {
  let best = 0
  let least = Number.POSITIVE_INFINITY
  for (const [index, one] of palette.entries()) {
    const far = distance(one, colour)
    if (far < least) [best, least] = [index, far]
  }
  return best
}

function distance(a: number, b: number): number {
  const red = (a >> 16) - (b >> 16)
  const green = ((a >> 8) & 255) - ((b >> 8) & 255)
  const blue = (a & 255) - (b & 255)
  return red * red + green * green + blue * blue
}

function colourAt(bytes: Buffer, at: number): number {
  return ((bytes[at] ?? 0) << 16) | ((bytes[at + 1] ?? 0) << 8) | (bytes[at + 2] ?? 0)
}

/** Reads what browsers write: 8 bits a channel, not interlaced, with or without alpha. */
function decode(png: Buffer): Picture {
  const parts: Buffer[] = []
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + length))
    at += length + 12
  }
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)]
  const [depth, kind, interlaced] = [png[24], png[25], png[28]]
  if (depth !== 8 || interlaced !== 0 || (kind !== 2 && kind !== 6)) throw new Error('not a picture a browser writes')
  const channels = kind === 2 ? 3 : 4
  return { width, height, channels, bytes: unfilter(inflateSync(Buffer.concat(parts)), width * channels, channels) }
}

/** Undoes the filters of PNG, row by row. */
function unfilter(raw: Buffer, stride: number, channels: number): Buffer {
  const height = raw.length / (stride + 1)
  const bytes = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)] ?? 0
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x
      const left = x < channels ? 0 : (bytes[at - channels] ?? 0)
      const up = y === 0 ? 0 : (bytes[at - stride] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (bytes[at - stride - channels] ?? 0)
      bytes[at] = (raw[y * (stride + 1) + 1 + x] ?? 0) + predict(filter, left, up, corner)
    }
  }
  return bytes
}

function predict(filter: number, left: number, up: number, corner: number): number {
  if (filter === 1) return left
  if (filter === 2) return up
  if (filter === 3) return (left + up) >> 1
  if (filter === 4) return paeth(left, up, corner)
  return 0
}

function paeth(left: number, up: number, corner: number): number {
  const guess = left + up - corner
  const [byLeft, byUp, byCorner] = [Math.abs(guess - left), Math.abs(guess - up), Math.abs(guess - corner)]
  if (byLeft <= byUp && byLeft <= byCorner) return left
  return byUp <= byCorner ? up : corner
}

function chunk(name: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(data.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
