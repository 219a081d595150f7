import { expect, test } from 'vitest'
import { type CallName, calls, type Input } from './contract.ts'

const sha = 'a'.repeat(64)
const id = 'x1'
const nothing = { accepted: undefined, refused: { surprise: 1 } } as const
const path = (refused: string) => ({ accepted: { path: 'a.md' }, refused: { path: refused } })
const rule = {
  format: 'keep',
  quality: 80,
  maxWidth: 2000,
  maxHeight: null,
  stripMetadata: true,
} as const
const moves = {
  accepted: { moves: [{ from: 'images/a.png', to: 'images/b.png' }] },
  refused: { moves: [{ from: 'images/a.png', to: '../b.png' }] },
}

/** One input that each call takes and one that it must not; the compiler asks for a line for every new call. */
const samples: {
  readonly [K in CallName]: { readonly accepted: Input<K>; readonly refused: unknown }
} = {
  'app.state': nothing,
  'app.recentSites': nothing,
  'app.forgetRecent': { accepted: { id }, refused: { id: '' } },
  'app.openRecent': { accepted: { id }, refused: { id, folder: '/etc' } },
  'app.openSample': { accepted: { fresh: true }, refused: { fresh: 'yes' } },
  'app.openFolder': { accepted: undefined, refused: '/etc' },
  'app.startRepository': { accepted: { token: id }, refused: { folder: '/etc' } },
  'app.chooseCloneFolder': nothing,
  'app.defaultCloneFolder': nothing,
  'app.clone': {
    accepted: { url: 'https://example.org/site.git', token: id, name: 'site', task: id },
    refused: { url: 'https://example.org/site.git', folder: '/tmp', name: 'site', task: id },
  },
  'app.cancelTask': { accepted: { task: id }, refused: { task: 3 } },
  'app.closeSite': nothing,
  'app.openExternal': {
    accepted: { url: 'https://example.org/' },
    refused: { url: 'x'.repeat(5000) },
  },
  'app.showInFolder': { accepted: { path: null }, refused: { path: '../..' } },
  'app.readyToClose': nothing,
  'app.menu': { accepted: { enabled: [id], checked: [] }, refused: { enabled: [''], checked: [] } },
  'app.showLog': nothing,
  'app.paste': { accepted: { plain: true }, refused: { plain: 'yes' } },
  'app.copyText': { accepted: { text: 'words' }, refused: { text: 'x'.repeat(1_000_001) } },
  'settings.get': nothing,
  'settings.set': { accepted: { theme: 'dark' }, refused: { theme: 'pink' } },
  'site.tree': nothing,
  'site.marks': nothing,
  'site.assets': nothing,
  'site.look': nothing,
  'site.preview': {
    accepted: { path: 'pages/a.md', text: '# A', place: 2, css: '' },
    refused: { path: '../a.md', text: '', place: null },
  },
  'pages.open': path('/etc/passwd'),
  'pages.save': {
    accepted: { path: 'a.md', baseSha: null, text: '' },
    refused: { path: 'a/../../b.md', baseSha: null, text: '' },
  },
  'pages.journal': {
    accepted: { path: 'a.md', baseSha: sha, text: '', seq: 1 },
    refused: { path: 'a.md', baseSha: 'short', text: '', seq: 1 },
  },
  'pages.forgetDraft': path('a\0.md'),
  'pages.history': path('../a.md'),
  'pages.keepHistory': {
    accepted: { path: 'a.md', history: { sha, base: '', steps: '[]' } },
    refused: { path: 'a.md', history: { sha: 'x', base: '', steps: '[]' } },
  },
  'pages.published': path('./a.md'),
  'publish.plan': nothing,
  'publish.compare': path('a//b.md'),
  'publish.discard': path(''),
  'publish.undoDiscard': { accepted: { undo: id }, refused: {} },
  'publish.run': {
    accepted: { paths: ['a.md'], summary: 'Words', identity: null },
    refused: { paths: ['..'], summary: 'Words', identity: null },
  },
  'publish.state': nothing,
  'publish.sync': nothing,
  'publish.clashes': nothing,
  'publish.resolve': {
    accepted: { path: 'a.md', choice: 'mine', text: null, theirsSha: null },
    refused: { path: 'a.md', choice: 'force', text: null, theirsSha: null },
  },
  'media.list': nothing,
  'media.measure': { accepted: { paths: ['images/a.png'] }, refused: { paths: ['../a.png'] } },
  'media.usage': path('/a.png'),
  'media.report': nothing,
  'media.alike': nothing,
  'media.alts': { accepted: { paths: null }, refused: { paths: [] } },
  'media.setAlt': {
    accepted: { edits: [{ page: 'a.md', at: 3, src: '/a.png', alt: '' }] },
    refused: { edits: [{ page: 'a.md', at: 'three', src: '/a.png', alt: '' }] },
  },
  'media.planRename': moves,
  'media.rename': moves,
  'media.planDelete': { accepted: { paths: ['a.png'] }, refused: { paths: ['/a.png'] } },
  'media.delete': { accepted: { paths: ['a.png'] }, refused: { paths: [] } },
  'media.replace': {
    accepted: { path: 'a.png', token: id },
    refused: { path: 'a.png', file: '/etc/passwd' },
  },
  'media.chooseFiles': { accepted: { multiple: true }, refused: { folder: '/etc' } },
  'media.offerDropped': { accepted: { paths: ['/tmp/a.png'] }, refused: { paths: [''] } },
  'media.offerPasted': { accepted: { name: 'a.png', base64: '' }, refused: { name: 'a.png' } },
  'media.previewImport': {
    accepted: { token: id, rule },
    refused: { path: '/etc/passwd', rule },
  },
  'media.import': {
    accepted: { tokens: [id], folder: 'images', rule, names: '{name}', task: id },
    refused: { tokens: [id], folder: '..', rule, names: '{name}', task: id },
  },
  'media.optimise': {
    accepted: { paths: ['a.png'], rule, task: id },
    refused: { paths: ['a.png'], rule: { ...rule, quality: 900 }, task: id },
  },
  'media.previewOptimise': {
    accepted: { path: 'a.png', rule },
    refused: { path: 'a.png', rule: { ...rule, format: 'heic' } },
  },
  'media.cancel': { accepted: { task: id, keepDone: true }, refused: { task: id } },
  'media.pause': { accepted: { task: id, paused: true }, refused: { task: id } },
  'media.tryOptimise': {
    accepted: { path: 'images/a.png', rule },
    refused: { path: 'images/a.png', rule: null },
  },
  'media.previewEdit': {
    accepted: {
      path: 'images/a.png',
      edit: { turn: 1, flip: false, crop: null, width: 40, quality: 80 },
    },
    refused: {
      path: 'images/a.png',
      edit: { turn: 4, flip: false, crop: null, width: 40, quality: 80 },
    },
  },
  'media.edit': {
    accepted: {
      path: 'images/a.png',
      edit: {
        turn: 0,
        flip: true,
        crop: { left: 0, top: 0, width: 9, height: 9 },
        width: null,
        quality: 80,
      },
      asNew: true,
    },
    refused: { path: '../a.png', edit: null, asNew: true },
  },
  'media.repair': {
    accepted: { repairs: [{ page: 'a.md', wanted: 'images/a.png', to: 'images/b.png' }] },
    refused: { repairs: [{ page: '../a.md', wanted: 'images/a.png', to: 'images/b.png' }] },
  },
  'media.steps': { accepted: undefined, refused: 5 },
  'media.undo': { accepted: { undo: id }, refused: { undo: '' } },
}

const names = Object.keys(calls) as CallName[]

test.each(names)('%s takes what it should and nothing else', (name) => {
  const { input } = calls[name]
  expect(input.safeParse(samples[name].accepted).success).toBe(true)
  expect(input.safeParse(samples[name].refused).success).toBe(false)
})

test.each(names)('%s refuses keys it does not know', (name) => {
  const { accepted } = samples[name]
  const withMore = { ...(accepted as object | undefined), unknown: true }
  expect(calls[name].input.safeParse(withMore).success).toBe(false)
})
