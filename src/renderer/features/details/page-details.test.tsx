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

function Form({ onFront }: { readonly onFront: (front: string) => void }) {
  const [now, setNow] = useState(front)
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
