/** Every reason a request can fail for; screens and tests switch on these, never on the words. */
export const errorCodes = [
  'invalid-input',
  'not-found',
  'conflict',
  'no-site',
  'restricted',
  'git-missing',
  'git',
  'offline',
  'sign-in',
  'refused',
  'disk-full',
  'read-only',
  'too-big',
  'cancelled',
  'internal',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** An expected failure, told in the user's words: what happened, what was kept, what to do. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  constructor(code: ErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What crosses the process border: Electron's own rejection would keep only a message. */
export type Reply =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: ErrorCode; readonly message: string }
