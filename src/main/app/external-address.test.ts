import { expect, test } from 'vitest'
import { externalAddress } from './external-address.ts'

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTPS://EXAMPLE.org/a?b#c', 'https://example.org/a?b#c'],
  // Look-alike letters are shown as what they are.
  ['https://exаmple.org/', 'https://xn--exmple-4nf.org/'],
  ['mailto:anna@example.org?subject=Hi', 'mailto:anna@example.org?subject=Hi'],
])('%s goes out as %s', (address, expected) => expect(externalAddress(address)).toBe(expected))

test.each([
  'http://example.org/',
  'javascript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '\\\\host\\share',
  '//host/share',
  'ms-msdt:/id',
  'vscode://file/x',
  'app://main/',
  'https://user:secret@example.org/',
  'mailto:a@b.c?attach=/etc/passwd',
  'mailto:a@b.c?subject=x&attachment=/etc/passwd',
  `https://example.org/${'x'.repeat(2000)}`,
  '',
])('%j stays in', (address) => expect(externalAddress(address)).toBeNull())
