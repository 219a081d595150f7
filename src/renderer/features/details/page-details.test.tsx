import { Tooltip } from '@base-ui/react/tooltip'
import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { queryClient } from '../../lib/query-client.ts'
import { saveAll } from '../../lib/savers.ts'
import { PageDetails } from './page-details.tsx'

const front = `---
title: Our role
permalink: /our-role/
description: What we do
tags:
  - harbour
  - pilots   # kept
weight: 3
draft: false
---
`

interface FormProps {
  readonly first?: string
  readonly onFront: (front: string) => void
}

function Form({ first = front, onFront }: FormProps) {
  const [now, setNow] = useState(first)
  return (
    <QueryClientProvider client={queryClient}>
      <Tooltip.Provider>
        <PageDetails
          path="a.md"
          profile="jekyll"
          front={now}
          readOnly={false}
          mediaUrl={() => null}
          onFront={(next) => {
            setNow(next)
            onFront(next)
          }}
        />
      </Tooltip.Provider>
    </QueryClientProvider>
  )
}

const form = async () => {
  let last = front
  const screen = await render(
    <Form
      onFront={(next) => {
        last = next
      }}
    />,
  )
  return { screen, front: () => last }
}

test('a value changes its own line, as soon as everything is saved', async () => {
  const { screen, front: now } = await form()
  await userEvent.fill(screen.getByLabelText('Description'), 'What we do now')
  await saveAll()
  expect(now()).toBe(front.replace('What we do', 'What we do now'))
})

test('leaving the page hands over what was being typed', async () => {
  const { screen, front: now } = await form()
  await userEvent.fill(screen.getByLabelText('Title'), 'Their role')
  await screen.unmount()
  expect(now()).toBe(front.replace('Our role', 'Their role'))
})

test('a list is edited item by item', async () => {
  const { screen, front: now } = await form()
  await userEvent.fill(screen.getByLabelText('Tags'), 'harbour, pilots, lights')
  await saveAll()
  expect(now()).toBe(front.replace('# kept\n', '# kept\n  - lights\n'))
})

test('switches and numbers keep their kind; a detail is added and removed', async () => {
  const { screen, front: now } = await form()
  await screen.getByLabelText('Draft').click()
  expect(now()).toContain('draft: true\n')
  await userEvent.fill(screen.getByLabelText('Weight'), '4')
  await saveAll()
  expect(now()).toContain('weight: 4\n')
  await userEvent.fill(screen.getByLabelText('Add a detail'), 'author')
  await screen.getByRole('button', { name: 'Add', exact: true }).click()
  expect(now()).toContain('author:')
})

const home = `---
layout: homepage
title: Bay
sections:
  - hero:
      title: "Come and see"
      dropdown:
        title: I want to
        options:
          - title: Visit   # kept
            url: /visit/
          - title: Work
            url: /jobs/
  - infobar:
      title: 'Open daily'
      description: From nine to five
---
`

async function homeForm() {
  const last = { next: home }
  const onFront = (next: string) => Object.assign(last, { next })
  const screen = await render(<Form first={home} onFront={onFront} />)
  await screen.getByRole('button', { name: /^Sections/ }).click()
  return { screen, now: () => last.next }
}

test('what is inside of sections is edited one by one, each in its own line', async () => {
  const { screen, now } = await homeForm()
  await screen.getByRole('button', { name: 'Infobar: Open daily', exact: true }).click()
  await userEvent.fill(screen.getByLabelText('Description, Infobar: Open daily'), 'From ten to six')
  await saveAll()
  expect(now()).toBe(home.replace('From nine to five', 'From ten to six'))
})

test('items inside move, are duplicated and removed as they are written', async () => {
  const { screen, now } = await homeForm()
  await screen.getByRole('button', { name: 'Hero: Come and see', exact: true }).click()
  await screen.getByRole('button', { name: 'Dropdown', exact: true }).click()
  await screen.getByRole('button', { name: /^Options/ }).click()
  await screen.getByRole('button', { name: 'Move down: Visit' }).click()
  const visit = '          - title: Visit   # kept\n            url: /visit/\n'
  const work = '          - title: Work\n            url: /jobs/\n'
  expect(now()).toBe(home.replace(visit + work, work + visit))
  await screen.getByRole('button', { name: 'Duplicate: Work' }).click()
  expect(now()).toBe(home.replace(visit + work, work + work + visit))
  await screen.getByRole('button', { name: 'Remove: Visit' }).click()
  expect(now()).toBe(home.replace(visit + work, work + work))
  await screen.getByRole('button', { name: 'Move down: Hero: Come and see' }).click()
  expect(now().indexOf('infobar')).toBeLessThan(now().indexOf('hero'))
})
