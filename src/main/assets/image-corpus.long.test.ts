import { fork } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imageRule } from '../../shared/ipc/media-calls.ts'
import { bundleProgram, seededRandom } from '../testing/child-program.ts'
import { badKinds } from '../testing/image-corpus/bad-kinds.ts'
import { drawings } from '../testing/image-corpus/drawings.ts'
import { goodKinds } from '../testing/image-corpus/good-kinds.ts'
import { distance, type Picture, pictureOf } from '../testing/image-corpus/picture.ts'
import { createImageEngine } from './image-engine.ts'
import type { ImageResult } from './image-jobs.ts'
import type { StartImageProcess } from './image-lane.ts'
import { ImageProblem } from './image-problem.ts'
import type { Answered } from './image-worker.ts'

/** `GALLEY_IMAGES=1000` for the long run. */
const wanted = Number(process.env.GALLEY_IMAGES ?? 300)
/** What the process that decodes may hold, whatever it is given. */
const mostMemory = 1_200_000_000

let program: Awaited<ReturnType<typeof bundleProgram>>
let highest = 0

beforeAll(async () => {
  const entry = join(import.meta.dirname, 'image-worker.ts')
  program = await bundleProgram(entry, ['sharp', 'libheif-js'])
}, 60_000)
afterAll(() => program[Symbol.asyncDispose]())

const start: StartImageProcess = ({ onAnswer, onExit }) => {
  const child = fork(program.file, { serialization: 'advanced', stdio: 'ignore' })
  child.on('message', (answer: Answered) => {
    highest = Math.max(highest, answer.rss)
    onAnswer(answer)
  })
  child.on('exit', onExit)
  return { post: (asked) => child.send(asked), kill: () => child.kill('SIGKILL') }
}

const toPng = imageRule.parse({
  ...{ format: 'png', quality: 90, maxWidth: null, maxHeight: null },
  stripMetadata: true,
})

/** Pictures of all sorts of shapes: very small, very long, usual. */
function shapeOf(random: () => number): readonly [number, number] {
  const shape = random()
  if (shape < 0.06) return [1 + Math.floor(random() * 3), 1 + Math.floor(random() * 3)]
  if (shape < 0.1) return [1 + Math.floor(random() * 4), 600]
  return [40 + Math.floor(random() * 200), 40 + Math.floor(random() * 200)]
}

type Run = ReturnType<typeof createImageEngine>['run']

async function checkGood(run: Run, name: string, picture: Picture): Promise<string | null> {
  const { bytes, seen, loss } = await (goodKinds[name] as (typeof goodKinds)[string])(picture)
  const isTiny = Math.min(seen.width, seen.height) < 8
  const far = async (result: ImageResult, own: number) => {
    if (result.width !== seen.width || result.height !== seen.height)
      return `${name}: ${result.width} × ${result.height}, not ${seen.width} × ${seen.height}`
    const off = result.bytes === null ? 0 : await distance(result.bytes, seen)
    const most = (loss + own) * (isTiny ? 4 : 1)
    return off > most ? `${name} ${seen.width} × ${seen.height}: ${off.toFixed(1)} > ${most}` : null
  }
  const whole = await far(await run({ kind: 'convert', bytes, rule: toPng }), 1)
  // Never enlarged, so it has its own size; WebP loses a little.
  const small = await far(await run({ kind: 'thumbnail', bytes, width: 640 }), 4)
  return whole ?? small
}

async function checkBad(run: Run, name: string, picture: Picture): Promise<string | null> {
  const bytes = await (badKinds[name] as (typeof badKinds)[string])(picture)
  for (const kind of ['convert', 'thumbnail'] as const) {
    const job = kind === 'convert' ? { kind, bytes, rule: toPng } : { kind, bytes, width: 160 }
    try {
      await run(job)
      return `${name}: taken for a picture (${kind})`
    } catch (error) {
      if (!(error instanceof ImageProblem) || !/^[A-Z].*\.$/.test(error.message))
        return `${name}: ${String(error)}`
    }
  }
  return null
}

/** What runs or fetches in a drawing; its own namespaces are names only. */
const acts = /<script|\son\w+=|javascript:|x\.example|<foreignobject|<!ENTITY/i

async function checkDrawing(run: Run, name: string): Promise<string | null> {
  const bytes = Buffer.from(drawings[name] ?? '')
  const { bytes: made } = await run({ kind: 'convert', bytes, rule: toPng })
  if (acts.test(Buffer.from(made ?? bytes).toString())) return `${name}: still acts`
  // Small pictures of them are drawn by a library of its own, which may refuse, in words.
  const small = run({ kind: 'thumbnail', bytes, width: 160 })
  const told = await small.then(
    ({ width }) => (width ?? 300) <= 160,
    (error: unknown) => error instanceof ImageProblem,
  )
  return told ? null : `${name}: no small picture, and no words`
}

const kinds = [goodKinds, badKinds, drawings].flatMap((kind) => Object.keys(kind))
const count = Math.max(wanted, kinds.length)

test(`${count} pictures of ${kinds.length} kinds: right pixels, or words`, {
  timeout: 600_000,
}, async () => {
  expect(kinds.length).toBeGreaterThanOrEqual(60)
  const engine = createImageEngine(start, { mostMemory })
  const failed: string[] = []
  const run: Run = (job) => engine.run(job)
  const check = async (seed: number) => {
    const random = seededRandom(seed)
    const name = kinds[seed % kinds.length] ?? ''
    const picture = pictureOf(seed, ...shapeOf(random))
    const checked =
      name in drawings
        ? checkDrawing(run, name)
        : (name in goodKinds ? checkGood : checkBad)(run, name, picture)
    const problem = await checked.catch((error: unknown) => `${name}: ${String(error)}`)
    if (problem) failed.push(problem)
  }
  for (let seed = 0; seed < count; seed += 4)
    await Promise.all([0, 1, 2, 3].filter((i) => seed + i < count).map((i) => check(seed + i)))
  engine.close()
  console.info(`${count} pictures, at most ${Math.round(highest / 1e6)} MB in a process`)
  expect(failed).toEqual([])
  expect(highest).toBeLessThan(mostMemory)
})
