import { expect, test } from 'vitest'
import { basesOf } from './bases-of.ts'
import { mentionFinder } from './find-mentions.ts'
import { repairText } from './repair-text.ts'
import { siteFacts } from './site-facts.ts'

const find = mentionFinder()
const facts = siteFacts({
  paths: ['images/new/harbour view.jpg', 'images/a.png', 'pages/a.md'],
  config: 'url: https://www.agency.gov.sg\nbaseurl: /site\n',
  cname: null,
  remote: null,
})
const bases = basesOf('pages/a.md', '/about/')
const repairs = [{ wanted: 'images/harbour.jpg', to: 'images/new/harbour view.jpg' }]
const repaired = (text: string) => repairText({ text, find, facts, bases, repairs })

test.each([
  ['![x](/images/harbour.jpg "T")', '![x](/images/new/harbour%20view.jpg "T")'],
  ['<img src="/images/harbour.jpg?v=1">', '<img src="/images/new/harbour%20view.jpg?v=1">'],
  ['image: /images/harbour.jpg # note', 'image: /images/new/harbour%20view.jpg # note'],
  [
    'https://www.agency.gov.sg/images/harbour.jpg',
    'https://www.agency.gov.sg/images/new/harbour%20view.jpg',
  ],
  ['{{ site.baseurl }}/images/harbour.jpg', '{{ site.baseurl }}/images/new/harbour%20view.jpg'],
])('%s', (text, wanted) => {
  expect(repaired(text)).toEqual({ text: wanted, count: 1, lost: [] })
})

test('addresses of files that are there, and all other words, stay', () => {
  const text = '![a](/images/a.png) images of the harbour.jpg kind ![b](/images/other.jpg)'
  expect(repaired(text)).toEqual({ text, count: 0, lost: [] })
})

test('a file that is there is never taken for a missing one', () => {
  const task = { find, facts, bases, repairs: [{ wanted: 'images/a.png', to: 'images/b.png' }] }
  const text = '![a](/images/a.png)'
  expect(repairText({ ...task, text })).toEqual({ text, count: 0, lost: [] })
})
