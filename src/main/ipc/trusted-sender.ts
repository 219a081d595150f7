/** The part of Electron's WebFrameMain that tells who is asking. */
export interface SenderFrame {
  readonly url: string
}

/**
 * Whether a request comes from our own page and nothing else: the window's main frame, showing `app://main/…`.
 * `URL.origin` is the word `null` for schemes of our own, so protocol and host are compared.
 */
export function isTrustedSender(frame: SenderFrame | null, mainFrame: SenderFrame): boolean {
  if (frame === null || frame !== mainFrame) return false
  try {
    const { protocol, host } = new URL(frame.url)
    return protocol === 'app:' && host === 'main'
  } catch {
    return false
  }
}
