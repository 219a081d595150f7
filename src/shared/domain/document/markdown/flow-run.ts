import type { RootContent } from 'mdast'
import type { Node } from 'prosemirror-model'
import { NotHeld } from '../html/reader.ts'
import { documentSchema } from '../schema.ts'
import { readAttributeList } from './attribute-list.ts'
import { withAttributes } from './block-attributes.ts'
import type { BlockMask } from './block-masks.ts'
import { dedented } from './prefix.ts'
import { readBox } from './read-box.ts'
import { readIsland } from './read-island.ts'
import { type Kids, type MarkdownReader, placeIn, refAt } from './reader.ts'

/** Reads one block; throws `NotHeld` for what the document cannot hold. */
export type BlockReader = (node: RootContent, prefix: string) => Node

const maskLabels: Readonly<Record<BlockMask['kind'], string>> = {
  html: 'Code',
  open: 'Start or end of a box',
  close: 'Start or end of a box',
  boundary: 'Start or end of a box',
  attributes: 'Attributes',
  extension: 'Generator code',
  math: 'Formula',
  abbreviation: 'Abbreviation',
  directive: 'Generator code',
}

const nextLine = /^[ \t]*\r?\n[ \t>]*$/
const codeRun = /\uE000[\uE100-\uE2FF]{2}\uE001*/g
const onlyCode = /^\s*(?:\uE000[\uE100-\uE2FF]{2}\uE001*\s*)+$/

/** Reads a sequence of blocks. Link definitions and attributes that belong to nothing stay in the gaps. */
export class FlowRun {
  private out: Kids = { kids: [], ranges: [] }
  /** Elements that hold Markdown and are not closed yet, with the blocks before them. */
  private readonly open: { readonly mask: BlockMask; readonly before: Kids }[] = []
  private pending: BlockMask | null = null
  private readonly reader: MarkdownReader
  private readonly block: BlockReader
  private readonly prefix: string

  constructor(reader: MarkdownReader, block: BlockReader, prefix: string) {
    this.reader = reader
    this.block = block
    this.prefix = prefix
  }

  read(list: readonly RootContent[]): Kids {
    for (const node of list) {
      const [s, e] = placeIn(node)
      const mask = node.type === 'heading' ? this.reader.masks.get(s) : undefined
      if (mask) this.masked(mask)
      else if (node.type !== 'definition') this.attempt(node, [s, e])
    }
    while (this.open.length > 0) this.dissolve()
    return this.out
  }

  /** An element whose end is not here: its start tag stays locked, before the blocks behind it. */
  private dissolve() {
    const box = this.open.pop()
    const inside = this.out
    if (!box) return
    this.out = box.before
    this.lock([box.mask.s, box.mask.e], maskLabels.open)
    for (const [i, kid] of inside.kids.entries())
      this.add(kid, inside.ranges[i] as [number, number])
  }

  private close(mask: BlockMask) {
    const box = this.open.pop()
    const inside = this.out
    if (!box || inside.kids.length === 0) {
      if (box) this.out = box.before
      const s = box ? box.mask.s : mask.s
      return this.lock([s, mask.e], maskLabels.close)
    }
    this.out = box.before
    this.add(readBox(this.reader, [box.mask, mask], { inside, prefix: this.prefix }), [
      box.mask.s,
      mask.e,
    ])
  }

  private add(node: Node, range: readonly [number, number]) {
    if (range[0] < (this.out.ranges.at(-1)?.[1] ?? 0)) throw new NotHeld('Badly nested code')
    this.out.kids.push(node)
    this.out.ranges.push([range[0], range[1]])
  }

  private lock([s, e]: readonly [number, number], label: string) {
    const written = this.reader.src.slice(s, e)
    const source = dedented(written, this.prefix)?.text ?? written
    const node = documentSchema.nodes.opaque.create({ source, label })
    this.reader.refs.set(node, refAt([s, e], this.prefix))
    this.add(node, [s, e])
  }

  private attempt(node: RootContent, range: readonly [number, number]) {
    if (node.type === 'paragraph' && onlyCode.test(this.reader.text.slice(...range))) {
      this.pending = null
      const [s, e] = range
      for (const { index, 0: run } of this.reader.text.slice(s, e).matchAll(codeRun))
        this.lock([s + index, s + index + run.length], 'Template code')
      return
    }
    try {
      this.above(this.block(node, this.prefix))
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error
      this.pending = null
      this.lock(range, error.label)
    }
  }

  /** Adds a block together with the attribute list on the line above it. */
  private above(node: Node) {
    const mask = this.pending
    this.pending = null
    const ref = this.reader.refs.get(node)
    if (!ref) throw new NotHeld('Unusual code')
    const attributes = mask && readAttributeList(this.reader.src.slice(mask.s, mask.e))
    const touches = mask && nextLine.test(this.reader.text.slice(mask.e, ref.s))
    const changed = attributes && touches ? withAttributes(node, attributes) : null
    if (!mask || !changed) return this.add(node, [ref.s, ref.e])
    const wider = { ...ref, s: mask.s }
    this.reader.refs.set(changed, wider)
    this.add(changed, [wider.s, wider.e])
  }

  private masked(mask: BlockMask) {
    const range = [mask.s, mask.e] as const
    if (mask.kind === 'attributes') return this.attributes(mask)
    this.pending = null
    if (mask.kind === 'abbreviation') return
    if (mask.kind === 'close') return this.close(mask)
    if (mask.kind === 'open') {
      this.open.push({ mask, before: this.out })
      this.out = { kids: [], ranges: [] }
      return
    }
    if (mask.kind !== 'html') return this.lock(range, maskLabels[mask.kind])
    try {
      const { kids, ranges } = readIsland(this.reader, range, this.prefix)
      for (const [i, kid] of kids.entries()) this.add(kid, ranges[i] as [number, number])
    } catch (error) {
      if (!(error instanceof NotHeld)) throw error
      this.lock(range, error.label)
    }
  }

  /** An attribute list belongs to the block right above it, else to the one below; else it says nothing. */
  private attributes(mask: BlockMask) {
    this.reader.style.count('list', 'yes')
    const [last, range] = [this.out.kids.at(-1), this.out.ranges.at(-1)]
    const ref = last && this.reader.refs.get(last)
    const touches = range && nextLine.test(this.reader.text.slice(range[1], mask.s))
    if (!last || !range || !ref || !touches || ref.island) {
      this.pending = mask
      return
    }
    this.pending = null
    const attributes = readAttributeList(this.reader.src.slice(mask.s, mask.e))
    const changed = attributes && withAttributes(last, attributes)
    this.out.kids.pop()
    this.out.ranges.pop()
    if (changed) {
      this.reader.refs.set(changed, { ...ref, e: mask.e })
      this.add(changed, [range[0], mask.e])
    } else
      this.lock([range[0], mask.e], last.type.name.endsWith('List') ? 'Table of contents' : 'Code')
  }
}
