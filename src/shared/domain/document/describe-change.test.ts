import { expect, test } from 'vitest'
import { describeChange } from './describe-change.ts'

const page = (body: string, front = 'title: A\n') => `---\n${front}---\n${body}`

test.each([
  [page('<p>One. Two. Three.</p>\n'), page('<p>One. Too. Tree.</p>\n'), '2 sentences'],
  [page('One. Two.\n\nThree.\n'), page('One.\n\nThree.\n'), '1 sentence'],
  [page('x\n'), page('x\n', 'title: B\nmeta_description: d\n'), 'title, meta description'],
  [page('a\n'), page('b\n', 'title: B\n'), '1 sentence, title'],
  [page('<p>a</p>\n'), page('<p><strong>a</strong></p>\n'), 'formatting'],
  [
    page('<p>a</p>\n<img src="/images/a.png" alt="A">\n'),
    page('<p>a</p>\n<img src="/images/a.png" alt="A pier">\n'),
    '1 text of a picture',
  ],
  [
    page('<p>a</p>\n<img src="/images/a.png" alt="A"><img src="/images/b.png" alt="B">\n'),
    page('<p>b</p>\n<img src="/images/c.png" alt="A"><img src="/images/d.png" alt="B">\n'),
    '1 sentence, 2 pictures',
  ],
  [page('[a](/b/)\n'), page('[a](/c/)\n'), '1 link'],
  [page('a\n', 'title: A\n'), page('a\n', 'title:   A\n'), 'details'],
])('%j → %j: %s', (was, now, words) => expect(describeChange(was, now)).toBe(words))

test('never throws and never says nothing', () => {
  for (const text of ['', '---', '---\n: :\n---\n', '<p', '\0'])
    expect(describeChange(text, `${text}x`)).not.toBe('')
})
