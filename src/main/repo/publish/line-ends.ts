const [lineFeed, carriageReturn] = [10, 13]

/** Whether bytes are a text: no NUL in them, as git decides. */
function isText(bytes: Uint8Array): boolean {
  return !bytes.includes(0)
}

/** The same text with LF where it has CRLF; bytes that are no text come back as they are. */
export function withLineFeeds(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(carriageReturn) || !isText(bytes)) return bytes
  const out = new Uint8Array(bytes.length)
  let length = 0
  for (let at = 0; at < bytes.length; at++) {
    if (bytes[at] === carriageReturn && bytes[at + 1] === lineFeed) continue
    out[length] = bytes[at] as number
    length += 1
  }
  return out.subarray(0, length)
}

/** The same text with CRLF where it has a lone LF. */
export function withCarriageReturns(bytes: Uint8Array): Uint8Array {
  if (!isText(bytes)) return bytes
  const text = Buffer.from(bytes).toString('latin1')
  return Buffer.from(text.replace(/\r?\n/g, '\r\n'), 'latin1')
}

/** Whether a text has lines and none of them ends with CRLF. */
export function hasLineFeedsOnly(bytes: Uint8Array): boolean {
  return bytes.includes(lineFeed) && !bytes.includes(carriageReturn) && isText(bytes)
}

/** Whether every line of a text ends with CRLF. */
export function hasCarriageReturnsOnly(bytes: Uint8Array): boolean {
  if (!bytes.includes(carriageReturn) || !isText(bytes)) return false
  return !/(^|[^\r])\n/.test(Buffer.from(bytes).toString('latin1'))
}
