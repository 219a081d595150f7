import { expect, test } from 'vitest'
import { latestAnswer } from './latest-answer.ts'

test('who asks while a question is under way is told what was true after, together', async () => {
  const waiting: (() => void)[] = []
  let truth = 'one'
  const ask = latestAnswer(async () => {
    const seen = truth
    await new Promise<void>((resolve) => waiting.push(resolve))
    if (seen === 'bad') throw new Error(seen)
    return seen
  })
  const first = [ask(), ask()]
  waiting.shift()?.()
  expect(await Promise.all(first)).toEqual(['one', 'one'])

  const early = ask()
  truth = 'two'
  const late = [ask(), ask()]
  expect(waiting).toHaveLength(1)
  waiting.shift()?.()
  expect(await early).toBe('one')
  await expect.poll(() => waiting.length).toBe(1)
  truth = 'bad'
  const after = ask()
  waiting.shift()?.()
  expect(await Promise.all(late)).toEqual(['two', 'two'])
  await expect.poll(() => waiting.length).toBe(1)
  truth = 'three'
  const last = ask()
  waiting.shift()?.()
  await expect(after).rejects.toThrow('bad')
  await expect.poll(() => waiting.length).toBe(1)
  waiting.shift()?.()
  expect(await last).toBe('three')
})
