/** The most text one page may carry, in bytes; the contract's limit on a file's text is the same number of characters. */
export const limitOfText = 32 * 1024 * 1024

/** The text of UTF-8 bytes with its byte-order mark, so that encoding it gives the same bytes; null where it is not UTF-8. */
export function decodeStrictly(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
