import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { isRepoPath } from '../../shared/domain/repo-path.ts'
import { AppError, type Reply } from '../../shared/ipc/app-error.ts'
import { type CallName, calls, type Handlers } from '../../shared/ipc/contract.ts'
import type { CallContext } from '../lib/call-context.ts'
import { isAcceptableMessage } from './message-size.ts'
import { registerCalls } from './register-calls.ts'
import { isTrustedSender } from './trusted-sender.ts'
import { createTurnstile } from './turnstile.ts'

type Registered = (event: unknown, message: unknown) => Promise<Reply>

const names = Object.keys(calls) as CallName[]
const context: CallContext = { windowId: 1, site: null, announce: () => undefined }
const mainFrame = { url: 'app://main/index.html' }
const trusted = { senderFrame: mainFrame, sender: { mainFrame } }

let reached: { name: string; input: unknown }[] = []
let logged: string[] = []
let behave: (input: unknown) => Promise<unknown> = async () => undefined

function register(): Map<string, Registered> {
  const channels = new Map<string, Registered>()
  const handlers = Object.fromEntries(
    names.map((name) => [
      name,
      (input: unknown) => {
        reached.push({ name, input })
        return behave(input)
      },
    ]),
  ) as unknown as Handlers<CallContext>
  registerCalls(
    {
      handle: (channel, listener) => {
        channels.set(channel, listener as unknown as Registered)
      },
    },
    handlers,
    {
      log: {
        file: '',
        info: (words) => logged.push(words),
        error: (words, cause) => logged.push(`${words} ${String(cause)}`),
      },
      contextOf: () => context,
    },
  )
  return channels
}
const channels = register()
const ask = (name: string, message: unknown, event: unknown = trusted): Promise<Reply> =>
  channels.get(`call:${name}`)?.(event, message) as Promise<Reply>

beforeEach(() => {
  reached = []
  logged = []
  behave = async () => undefined
})

test('registers each call of the contract and nothing else', () => {
  expect([...channels.keys()].sort()).toEqual(names.map((name) => `call:${name}`).sort())
})

describe('who may ask', () => {
  const frame = (url: string) => ({ url })
  test.each([
    ['app://main/index.html', true],
    ['app://main/', true],
    ['app://other/index.html', false],
    ['https://main/', false],
    ['file:///index.html', false],
    ['about:blank', false],
    ['', false],
  ])('%s: %s', (url, expected) => {
    const main = frame(url)
    expect(isTrustedSender(main, main)).toBe(expected)
  })
  test('a frame inside the page, and a frame that is gone, may not', () => {
    expect(isTrustedSender(frame(mainFrame.url), mainFrame)).toBe(false)
    expect(isTrustedSender(null, mainFrame)).toBe(false)
  })
  test('a stranger reaches no handler', async () => {
    const stranger = { senderFrame: frame('https://example.org/'), sender: { mainFrame } }
    for (const name of names)
      expect(await ask(name, undefined, stranger)).toMatchObject({ code: 'invalid-input' })
    expect(reached).toEqual([])
  })
})

describe('answers', () => {
  test('a value comes back as it is', async () => {
    behave = async () => ({ theme: 'dark' })
    expect(await ask('settings.get', undefined)).toEqual({ ok: true, value: { theme: 'dark' } })
  })
  test('an expected failure keeps its code and words', async () => {
    behave = () => Promise.reject(new AppError('disk-full', 'The disk is full.'))
    const reply = { ok: false, code: 'disk-full', message: 'The disk is full.' }
    expect(await ask('site.tree', undefined)).toEqual(reply)
  })
  test('anything else is a plain sentence, its details in the log', async () => {
    behave = () => Promise.reject(new Error('ENOENT: open /home/anna/secret.md'))
    const reply = await ask('site.tree', undefined)
    expect(JSON.stringify(reply)).not.toMatch(/anna|ENOENT|\.ts:/)
    expect(logged.join()).toContain('/home/anna/secret.md')
  })
})

const hostile = fc.oneof(
  fc.anything({ withNullPrototype: true, withBigInt: true, withMap: true, withTypedArray: true }),
  fc.constantFrom(
    '../../etc/passwd',
    '/etc/passwd',
    'C:\\windows',
    'a\0b',
    JSON.parse('{"__proto__":{"polluted":true}}') as unknown,
    JSON.parse('{"path":"a.md","__proto__":{"polluted":true}}') as unknown,
    { path: '../x' },
    { path: 'a/../../x' },
    { path: 'a.md', constructor: { prototype: { polluted: true } } },
  ),
)

test('whatever a page sends, the answer is an envelope and no path leaves the site', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...names), hostile, async (name, message) => {
      const reply = await ask(name, message)
      expect(typeof reply.ok).toBe('boolean')
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
      for (const { input } of reached) {
        const { path } = (input ?? {}) as { path?: string | null }
        if (typeof path === 'string') expect(isRepoPath(path)).toBe(true)
      }
    }),
    { numRuns: 2000 },
  )
})

test('messages beyond all measure are refused before anyone looks at them', () => {
  const nested = (depth: number): unknown => (depth === 0 ? 1 : [nested(depth - 1)])
  expect(isAcceptableMessage(nested(30))).toBe(true)
  expect(isAcceptableMessage(nested(60))).toBe(false)
  expect(isAcceptableMessage('x'.repeat(50_000_000))).toBe(false)
  expect(isAcceptableMessage(new Array(600_000).fill(0))).toBe(false)
  expect(isAcceptableMessage(new Uint8Array(8))).toBe(false)
  expect(isAcceptableMessage({ a: new Map() })).toBe(false)
})

test('a turnstile lets so many through at once, the rest in order, and no more', async () => {
  const turn = createTurnstile(2, 3)
  const order: number[] = []
  const open: (() => void)[] = []
  const enter = (n: number) =>
    turn(async () => {
      order.push(n)
      await new Promise<void>((resolve) => open.push(resolve))
    })
  const inside = [1, 2, 3, 4, 5].map(enter)
  await expect(enter(6)).rejects.toMatchObject({ code: 'internal' })
  expect(order).toEqual([1, 2])
  while (order.length < 5 || open.length > 0) {
    open.shift()?.()
    await Promise.resolve()
  }
  await Promise.all(inside)
  expect(order).toEqual([1, 2, 3, 4, 5])
})
