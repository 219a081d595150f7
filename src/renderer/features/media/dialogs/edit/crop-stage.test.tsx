import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { expectAccessible } from '../../../../testing/expect-accessible.ts'
import { CropStage } from './crop-stage.tsx'
import './edit.css'
import { EditFields } from './edit-fields.tsx'
import { freshEdit, type PictureEdit } from './picture-edit.ts'

const empty = 'data:image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAA='

function Both({ tell }: { readonly tell: (edit: PictureEdit) => void }) {
  const [edit, setEdit] = useState(() => freshEdit({ width: 400, height: 200 }))
  const change = (next: PictureEdit) => {
    setEdit(next)
    tell(next)
  }
  return (
    <main style={{ display: 'grid', gridTemplateColumns: '260px 500px', height: 400 }}>
      <div>
        <EditFields edit={edit} hasQuality onChange={change} />
      </div>
      <CropStage src={empty} edit={edit} onChange={(part) => change({ ...edit, ...part })} />
    </main>
  )
}

async function open() {
  let last: PictureEdit | null = null
  const screen = await render(
    <Both
      tell={(edit) => {
        last = edit
      }}
    />,
  )
  return { screen, crop: () => last?.crop }
}

test('the part that stays is moved and resized by keys', async () => {
  const { screen, crop } = await open()
  await expectAccessible()
  ;(screen.getByRole('button', { name: 'Bottom right corner' }).element() as HTMLElement).focus()
  await userEvent.keyboard('{Shift>}{ArrowLeft}{/Shift}{ArrowUp}')
  expect(crop()).toEqual({ left: 0, top: 0, width: 360, height: 196 })
  ;(screen.getByRole('button', { name: /^Move the part/ }).element() as HTMLElement).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(crop()).toEqual({ left: 4, top: 0, width: 360, height: 196 })
  // At the edge it stays.
  await userEvent.keyboard('{ArrowUp}')
  expect(crop()).toEqual({ left: 4, top: 0, width: 360, height: 196 })
})

test('the part that stays is dragged by the mouse, in pixels of the picture', async () => {
  const { screen, crop } = await open()
  const corner = screen.getByRole('button', { name: 'Top left corner' }).element()
  const { left, top } = corner.getBoundingClientRect()
  const at = (type: string, x: number, y: number) =>
    corner.dispatchEvent(
      new PointerEvent(type, { bubbles: true, pointerId: 1, clientX: left + x, clientY: top + y }),
    )
  ;(corner as HTMLElement).setPointerCapture = () => undefined
  at('pointerdown', 11, 11)
  at('pointermove', 51, 31)
  at('pointerup', 51, 31)
  await expect.poll(crop).toEqual({ left: 40, top: 20, width: 360, height: 180 })
  at('pointermove', 200, 100)
  expect(crop()).toEqual({ left: 40, top: 20, width: 360, height: 180 })
})

test('a ratio cuts in the middle and takes the handles of the sides away', async () => {
  const { screen, crop } = await open()
  await screen.getByRole('radio', { name: '1:1' }).click()
  expect(crop()).toEqual({ left: 100, top: 0, width: 200, height: 200 })
  await expect.element(screen.getByRole('button', { name: 'Left side' })).not.toBeInTheDocument()
  await screen.getByRole('textbox', { name: 'Width, in pixels' }).fill('300')
  await expect.element(screen.getByText('Pictures are not enlarged: at most 200.')).toBeVisible()
  await screen.getByRole('button', { name: 'Begin again' }).click()
  expect(crop()).toEqual({ left: 0, top: 0, width: 400, height: 200 })
})
