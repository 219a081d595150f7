import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { useCommand } from '../lib/command-store.ts'
import { setPlatform } from '../lib/platform.ts'
import { Dialog } from '../ui/dialog.tsx'
import { followKeys } from './keymap.ts'

let runs: string[] = []
let stop = (): void => undefined
beforeEach(() => {
  runs = []
})
afterEach(() => {
  stop()
  setPlatform('linux')
})

function Commands({ canClose = true }: { readonly canClose?: boolean }) {
  useCommand('go.search', { run: () => runs.push('search') })
  useCommand('tab.close', { run: () => runs.push('close'), enabled: canClose })
  useCommand('format.bold', { run: () => runs.push('bold') })
  return <textarea aria-label="Words" />
}

/** What a press comes to for the parts below the window. */
function reached(): KeyboardEvent[] {
  const events: KeyboardEvent[] = []
  const listen = (event: KeyboardEvent) => events.push(event)
  document.body.addEventListener('keydown', listen)
  onTestFinished(() => document.body.removeEventListener('keydown', listen))
  return events
}

test('keys run their command before a field sees them', async () => {
  stop = followKeys()
  const screen = await render(<Commands />)
  await screen.getByRole('textbox').click()
  const below = reached()
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(runs).toEqual(['search'])
  expect(below.filter(({ key }) => key === 'k')).toEqual([])
})

test('what is not possible, and what the editor listens for itself, is left alone', async () => {
  stop = followKeys()
  const screen = await render(<Commands canClose={false} />)
  await screen.getByRole('textbox').click()
  const below = reached()
  await userEvent.keyboard('{Control>}b{/Control}')
  expect(runs).toEqual([])
  const press = new KeyboardEvent('keydown', {
    key: 'w',
    ctrlKey: true,
    bubbles: true,
    cancelable: true,
  })
  document.body.dispatchEvent(press)
  expect(runs).toEqual([])
  expect(press.defaultPrevented).toBe(false)
  expect(below.map(({ key }) => key)).toEqual(['Control', 'b', 'w'])
})

test('a dialog keeps its keys to itself', async () => {
  stop = followKeys()
  await render(
    <>
      <Commands />
      <Dialog open title="Settings" onClose={() => undefined}>
        <input aria-label="Name" />
      </Dialog>
    </>,
  )
  await expect
    .element(document.querySelector<HTMLElement>('.ui-scrim[data-open]'))
    .toBeInTheDocument()
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(runs).toEqual([])
})

test('AltGr writes a character and is no shortcut', () => {
  stop = followKeys()
  const press = new KeyboardEvent('keydown', {
    key: 'ś',
    code: 'KeyS',
    ctrlKey: true,
    altKey: true,
    modifierAltGraph: true,
    bubbles: true,
    cancelable: true,
  })
  document.body.dispatchEvent(press)
  expect(press.defaultPrevented).toBe(false)
})

test('on macOS the same command has the keys of macOS', async () => {
  setPlatform('darwin')
  stop = followKeys()
  await render(<Commands />)
  await userEvent.keyboard('{Control>}k{/Control}')
  expect(runs).toEqual([])
  await userEvent.keyboard('{Meta>}k{/Meta}')
  expect(runs).toEqual(['search'])
})
