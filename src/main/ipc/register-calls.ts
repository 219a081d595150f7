import type { IpcMain, IpcMainInvokeEvent } from 'electron'
import { ZodError } from 'zod'
import { AppError, type Reply } from '../../shared/ipc/app-error.ts'
import { type CallName, calls, type Handlers } from '../../shared/ipc/contract.ts'
import type { CallContext } from '../lib/call-context.ts'
import type { Log } from '../lib/log.ts'
import { isAcceptableMessage } from './message-size.ts'
import { isTrustedSender } from './trusted-sender.ts'
import { createTurnstile } from './turnstile.ts'

/** What every call passes through on its way in and out. */
export interface Gate {
  readonly log: Log
  /** What is known about the window a request came from; null for a page that has no business asking. */
  contextOf(sender: IpcMainInvokeEvent['sender']): CallContext | null
}

type AnyHandler = (input: unknown, context: CallContext) => Promise<unknown>

const abreast = 16
const waiting = 500

/** The only place in the app that calls `ipcMain.handle`. */
export function registerCalls(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers<CallContext>,
  gate: Gate,
): void {
  for (const name of Object.keys(calls) as CallName[]) {
    const turn = createTurnstile(abreast, waiting)
    const handler = handlers[name] as AnyHandler
    ipcMain.handle(`call:${name}`, async (event, message: unknown): Promise<Reply> => {
      try {
        const context = admit(event, gate)
        if (!isAcceptableMessage(message))
          throw new AppError('too-big', 'That is more than Galley can take in one step.')
        const input = calls[name].input.parse(message)
        return { ok: true, value: await turn(() => handler(input, context)) }
      } catch (error) {
        return replyTo(error, name, gate.log)
      }
    })
  }
}

function admit(event: IpcMainInvokeEvent, gate: Gate): CallContext {
  const context = isTrustedSender(event.senderFrame, event.sender.mainFrame)
    ? gate.contextOf(event.sender)
    : null
  if (!context) throw new AppError('invalid-input', 'This request did not come from Galley.')
  return context
}

/** Unexpected failures are told in a plain sentence; their words, stacks and paths go to the log alone. */
function replyTo(error: unknown, name: CallName, log: Log): Reply {
  if (error instanceof AppError) {
    if (error.cause !== undefined) log.error(`${name}: ${error.message}`, error.cause)
    return { ok: false, code: error.code, message: error.message }
  }
  if (error instanceof ZodError) {
    const issue = error.issues[0]
    log.error(`${name}: refused input at ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`)
    const own = issue?.code === 'custom' ? issue.message : 'Galley cannot use what was entered.'
    return { ok: false, code: 'invalid-input', message: `${own} Nothing was changed.` }
  }
  log.error(`${name} failed`, error)
  return {
    ok: false,
    code: 'internal',
    message:
      'Something unexpected went wrong. What you typed is kept. Try again; if it happens again, the log (Help menu) has the details.',
  }
}
