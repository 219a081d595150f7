import { crc32Of } from './crc.ts'

/** One chunk of a PNG file. */
export function chunk(name: string, data: Buffer): Buffer {
  const content = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const made = Buffer.alloc(content.length + 8)
  made.writeUInt32BE(data.length)
  content.copy(made, 4)
  made.writeUInt32BE(crc32Of(content), content.length + 4)
  return made
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** The head of a PNG: its size, bits a channel and kind of colour. */
export function head(width: number, height: number, [bits, colour]: readonly [number, number]) {
  const data = Buffer.alloc(13)
  data.writeUInt32BE(width)
  data.writeUInt32BE(height, 4)
  data.set([bits, colour], 8)
  return chunk('IHDR', data)
}

export const png = (...chunks: readonly Buffer[]): Buffer =>
  Buffer.concat([signature, ...chunks, chunk('IEND', Buffer.alloc(0))])

/** A PNG with one more chunk right behind its head. */
export const withChunk = (file: Buffer, more: Buffer): Buffer =>
  Buffer.concat([file.subarray(0, 33), more, file.subarray(33)])
