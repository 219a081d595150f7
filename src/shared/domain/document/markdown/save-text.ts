import type { Node } from 'prosemirror-model'
import { spliceThreeWay, spliceTwoWay } from '../html/splice.ts'
import { documentSchema } from '../schema.ts'
import type { MarkdownRef } from './markdown-ref.ts'
import { blankPrefix } from './prefix.ts'
import { printInline } from './print-inline.ts'
import type { MarkdownSaver, Rung } from './save-markdown.ts'
import { tokenizeMarkdown } from './tokens.ts'

const { nodes } = documentSchema

export interface Version {
  readonly now: Node
  readonly was: Node
  readonly ref: MarkdownRef
  readonly rung: Rung
}

const isCode = (node: Node) => node.type === nodes.codeBlock

/** Writes a changed text block into its source; null where it has to be written anew. */
export function saveText(saver: MarkdownSaver, version: Version): string | null {
  const { now, was, ref } = version
  if (JSON.stringify(now.attrs.bag) !== JSON.stringify(was.attrs.bag)) return null
  if (isCode(now) || isCode(was))
    return isCode(now) && isCode(was) ? saveCode(saver, version) : null
  const head = headOf(saver, version)
  if (head === null) return null
  const isLine = now.type === nodes.heading && ref.form !== 'setext'
  const inner = inline(saver, version, isLine || ref.form === 'cell')
  const tail = tailOf(saver, version)
  return head + spaced(saver, version, inner) + tail
}

/** Words need a space behind the sign of a block that was empty. */
function spaced(saver: MarkdownSaver, { ref }: Version, inner: string): string {
  if (ref.os !== ref.ce || inner === '') return inner
  const before = saver.opened.src[ref.os - 1] ?? '\n'
  const after = saver.opened.src[ref.ce] ?? '\n'
  const lead = /\s/.test(before) ? '' : ' '
  return lead + inner + (after === '|' ? ' ' : '')
}

function headOf(saver: MarkdownSaver, { now, was, ref }: Version): string | null {
  const head = saver.slice(ref.s, ref.os)
  const above = head.slice(0, ref.own[0] - ref.s)
  const isHeading = now.type === nodes.heading
  if (now.type === was.type && (!isHeading || now.attrs.level === was.attrs.level)) return head
  if (ref.form === 'cell' || !/^(?:heading|paragraph)$/.test(now.type.name)) return null
  if (was.type !== nodes.heading && was.type !== nodes.paragraph) return null
  if (!isHeading) return above
  const sign = '#'.repeat(Number(now.attrs.level))
  return ref.form === 'atx'
    ? above + head.slice(above.length).replace(/^#+/, sign)
    : `${above}${sign} `
}

function tailOf(saver: MarkdownSaver, { now, was, ref }: Version): string {
  if (now.type === was.type && (now.type !== nodes.heading || now.attrs.level === was.attrs.level))
    return saver.slice(ref.ce, ref.e)
  const below = saver.slice(Math.max(ref.own[1], ref.ce), ref.e)
  return ref.form === 'atx' && now.type === nodes.heading ? saver.slice(ref.ce, ref.e) : below
}

function inline(saver: MarkdownSaver, { now, was, ref, rung }: Version, line: boolean): string {
  const { eol, style } = saver.opened
  const isCell = ref.form === 'cell'
  const newline = line || isCell ? null : eol + ref.prefix
  const printed = { ...saver.style(rung), newline, cell: isCell }
  const fresh = printInline(now, printed)
  if (rung >= 2) {
    saver.count('line anew')
    return fresh
  }
  const source = saver.slice(ref.os, ref.ce)
  const inner = line && ref.form !== 'atx' ? source.replace(/[ \t]*\\?\r?\n[ \t>]*/g, ' ') : source
  const width = newline === null ? 0 : style.width
  const splice = { eol: newline ?? eol, width, tokenize: tokenizeMarkdown }
  saver.count(rung === 0 ? 'splice' : 'splice again')
  return rung === 0
    ? spliceThreeWay(inner, printInline(was, printed), fresh, splice)
    : spliceTwoWay(inner, fresh, splice)
}

/** The lines of code in their source where they did not change, else as `print` writes them. */
function codeLines(source: readonly string[], version: Version, print: (line: string) => string) {
  const lines = (node: Node) => (node.textContent === '' ? [] : node.textContent.split(/\r\n?|\n/))
  const [now, was] = [lines(version.now), lines(version.was)]
  if (source.length !== was.length) return now.map(print)
  const most = Math.min(now.length, was.length)
  let head = 0
  while (head < most && now[head] === was[head]) head++
  let tail = 0
  while (tail < most - head && now.at(-1 - tail) === was.at(-1 - tail)) tail++
  const middle = now.slice(head, now.length - tail).map(print)
  return [...source.slice(0, head), ...middle, ...source.slice(source.length - tail)]
}

/** How far a fence is indented in its container; so are its lines. */
function indentOf(saver: MarkdownSaver, { own, prefix }: MarkdownRef): string {
  const { src } = saver.opened
  const head = src.slice(src.lastIndexOf('\n', own[0] - 1) + 1, own[0])
  return head.startsWith(prefix) && head.trim() === prefix.trim() ? head.slice(prefix.length) : ''
}

/** Code keeps its fence or indent; null where it has to be written anew. */
function saveCode(saver: MarkdownSaver, version: Version): string | null {
  const { now, was, ref } = version
  if (now.attrs.language !== was.attrs.language) return null
  const { eol } = saver.opened
  const isIndented = ref.form === 'indented'
  const prefix = isIndented ? `${ref.prefix}    ` : ref.prefix + indentOf(saver, ref)
  const print = (line: string) => (line === '' ? blankPrefix(ref.prefix) : prefix + line)
  const edges = now.textContent.split('\n')
  if (isIndented && (!edges[0]?.trim() || !edges.at(-1)?.trim())) return null
  const fence = /^(`+|~+)/.exec(saver.slice(ref.own[0], ref.os))?.[1] ?? '```'
  if (!isIndented && now.textContent.includes(fence)) return null
  saver.count('code')
  const source = saver.slice(ref.os, ref.ce).split(/\r?\n/)
  if (!isIndented) {
    const lines = codeLines(source.slice(1), version, print)
    const body = lines.map((line) => eol + line).join('')
    return saver.slice(ref.s, ref.os) + body + saver.slice(ref.ce, ref.e)
  }
  // The first line stands behind the prefix of its container.
  const lines = codeLines([ref.prefix + source[0], ...source.slice(1)], version, print)
  const body = lines.join(eol).slice(ref.prefix.length)
  return saver.slice(ref.s, ref.os) + body + saver.slice(ref.ce, ref.e)
}
