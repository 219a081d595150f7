import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const files: Readonly<Record<string, string>> = {
  '_config.yml': 'title: Harbour Office\nurl: https://harbour.example\nresources_name: news\n',
  'index.md': '---\nlayout: homepage\ntitle: Harbour Office\npermalink: /\nsections: []\n---\n',
  '_data/navigation.yml':
    'links:\n  - title: About\n    collection: about\n  - title: News\n    resource_room: true\n',
  '_about/collection.yml':
    'collections:\n  about:\n    output: true\n    order:\n      - Our role.md\n      - Our team.md\n',
  '_about/Our role.md':
    '---\ntitle: Our role\npermalink: /about/our-role/\nvariant: tiptap\ndescription: What we do.\n---\n<p>We look after the harbour, the pilots and the lights.</p>\n<p>Ships call us on channel 12.</p>',
  '_about/Our team.md':
    '---\ntitle: Our team\npermalink: /about/our-team/\nvariant: tiptap\ndescription: Who we are.\n---\n<p>Nine people and a dog.</p>',
  'pages/Contact.md': '---\ntitle: Reach us\npermalink: /reach-us/\n---\nBy *radio*.\n',
  'images/.keep': '',
}

/** A folder with a small site of the usual shape, for tests that need to know every byte of it. */
export function smallSite(more: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'galley-small-'))
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}
