import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAccessible } from '../../../../testing/expect-accessible.ts'
import { ComparedPictures } from './compare-dialog.tsx'
import './look.css'
import { ZoomedPicture } from './zoomed-picture.tsx'

const drawing = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="2000" height="1000"><rect width="2000" height="1000" fill="#369"/></svg>')}`

test('a picture is looked at closely by keys, and the next one when it fits', async () => {
  const gone: number[] = []
  const screen = await render(
    <main style={{ width: 600, height: 400 }}>
      <ZoomedPicture src={drawing} instead={drawing} onGo={(way) => gone.push(way)} />
    </main>,
  )
  const box = screen.getByRole('img', { name: 'The picture' })
  const scale = screen.getByRole('status')
  await expect.element(scale).toHaveTextContent(/^2\d %$/)
  await expectAccessible()
  await userEvent.keyboard('{ArrowRight}')
  expect(gone).toEqual([1])
  await userEvent.keyboard('1')
  await expect.element(scale).toHaveTextContent('100 %')
  const before = box.element().scrollLeft
  await userEvent.keyboard('{ArrowRight}')
  await expect.poll(() => box.element().scrollLeft).toBe(before + 80)
  expect(gone).toEqual([1])
  await screen.getByRole('button', { name: 'Fit the window' }).click()
  await userEvent.keyboard('{ArrowLeft}')
  expect(gone).toEqual([1, -1])
})

test('the line between two pictures is moved by keys', async () => {
  const screen = await render(
    <main style={{ height: 300 }}>
      <ComparedPictures before={drawing} after={drawing} />
    </main>,
  )
  const line = screen.getByRole('slider', { name: 'Line between before and after' })
  ;(line.element() as HTMLElement).focus()
  await userEvent.keyboard('{End}')
  await expect.element(line).toHaveAttribute('aria-valuetext', '100 % of the picture as it is')
  await expectAccessible()
})
