import { fork } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundleProgram } from '../testing/child-program.ts'
import { photo } from '../testing/sample-images.ts'
import { createImageEngine } from './image-engine.ts'
import type { StartImageProcess } from './image-lane.ts'
import type { Answered } from './image-worker.ts'

let program: Awaited<ReturnType<typeof bundleProgram>>
let pids: number[] = []

beforeAll(async () => {
  program = await bundleProgram(join(import.meta.dirname, 'image-worker.ts'), ['sharp'])
}, 60_000)
afterAll(() => program[Symbol.asyncDispose]())

/** A plain child of Node's, with the same program as in the application. */
const start: StartImageProcess = ({ onAnswer, onExit }) => {
  const child = fork(program.file, { serialization: 'advanced' })
  if (child.pid !== undefined) pids.push(child.pid)
  child.on('message', (answer) => onAnswer(answer as Answered))
  child.on('exit', onExit)
  // One that was killed takes no more jobs; its end is told by `exit`.
  child.on('error', () => undefined)
  return { post: (asked) => child.send(asked), kill: () => child.kill('SIGKILL') }
}

test('jobs are done in processes of their own, a few at once, failures in words', async () => {
  pids = []
  const engine = createImageEngine(start)
  const bytes = await photo()
  const good = Array.from({ length: 9 }, () => engine.run({ kind: 'thumbnail', bytes, width: 160 }))
  await expect(
    engine.run({ kind: 'thumbnail', bytes: bytes.subarray(0, 99), width: 160 }),
  ).rejects.toThrow(/damaged/)
  for (const result of await Promise.all(good))
    expect(result).toMatchObject({ width: 160, height: 120 })
  expect(pids.length).toBe(2)
  engine.close()
})

test('a process that dies is replaced, and its job done again once', async () => {
  pids = []
  const engine = createImageEngine(start, { abreast: 1 })
  const bytes = await photo(2000, 1500)
  const rule = {
    format: 'webp',
    quality: 80,
    maxWidth: null,
    maxHeight: null,
    stripMetadata: true,
  } as const
  const first = engine.run({ kind: 'convert', bytes, rule })
  const second = engine.run({ kind: 'convert', bytes, rule })
  process.kill(pids[0] ?? 0, 'SIGKILL')
  expect((await first).type).toBe('image/webp')
  expect((await second).type).toBe('image/webp')
  expect(pids.length).toBe(2)
  engine.close()
})

test('a picture that kills the process twice is given up; the next one is not', async () => {
  pids = []
  const deadly: StartImageProcess = (listener) => {
    const own = start(listener)
    return {
      ...own,
      post: (asked) => (asked.job.kind === 'measure' ? own.kill() : own.post(asked)),
    }
  }
  const engine = createImageEngine(deadly, { abreast: 1 })
  const bytes = await photo()
  await expect(engine.run({ kind: 'measure', bytes })).rejects.toThrow(/does not start/)
  await engine.run({ kind: 'thumbnail', bytes, width: 160 })
  await expect(engine.run({ kind: 'measure', bytes })).rejects.toThrow(/stop/)
  expect((await engine.run({ kind: 'thumbnail', bytes, width: 160 })).width).toBe(160)
  engine.close()
})

test('one that takes too long is given up with its process, and one that holds too much memory is replaced', async () => {
  pids = []
  const bytes = await photo()
  const silent: StartImageProcess = (listener) => ({ ...start(listener), post: () => undefined })
  const hanging = createImageEngine(silent, { mostMs: 200 })
  await expect(hanging.run({ kind: 'measure', bytes })).rejects.toThrow(/too long/)
  pids = []
  const engine = createImageEngine(start, { abreast: 1, mostMemory: 1 })
  await engine.run({ kind: 'measure', bytes })
  await engine.run({ kind: 'measure', bytes })
  expect(pids.length).toBe(2)
  engine.close()
})

test('what lay ready in a process that died or was replaced is done in another, without blame', async () => {
  pids = []
  /** Measuring kills, as soon as what was given before is done. */
  const deadly: StartImageProcess = ({ onAnswer, onExit }) => {
    const given: string[] = []
    const dieNow = () => given[0] === 'measure' && own.kill()
    const own = start({
      onAnswer: (answer) => {
        given.shift()
        onAnswer(answer)
        dieNow()
      },
      onExit,
    })
    const post: typeof own.post = (asked) => {
      given.push(asked.job.kind)
      if (asked.job.kind !== 'measure') own.post(asked)
      dieNow()
    }
    return { ...own, post }
  }
  const bytes = await photo()
  const engine = createImageEngine(deadly, { abreast: 1 })
  const jobs = [
    engine.run({ kind: 'thumbnail', bytes, width: 80 }),
    engine.run({ kind: 'measure', bytes }),
    engine.run({ kind: 'thumbnail', bytes, width: 160 }),
    engine.run({ kind: 'thumbnail', bytes, width: 40 }),
  ]
  const [first, killer, third, fourth] = await Promise.allSettled(jobs)
  expect(killer).toMatchObject({ status: 'rejected' })
  expect([first, third, fourth].map((settled) => settled?.status)).toEqual([
    'fulfilled',
    'fulfilled',
    'fulfilled',
  ])
  engine.close()
  const replaced = createImageEngine(start, { abreast: 1, mostMemory: 1 })
  const widths = await Promise.all(
    [40, 80, 120, 160].map((width) => replaced.run({ kind: 'thumbnail', bytes, width })),
  )
  expect(widths.map(({ width }) => width)).toEqual([40, 80, 120, 160])
  replaced.close()
})
