import type { Node } from 'prosemirror-model'
import { unmask } from '../mask.ts'
import type { Ref } from '../ref.ts'
import { documentSchema } from '../schema.ts'
import { type Bag, bagOf, sameBag } from './bag.ts'
import { frameTag, pictureTag, widthIn, wrapperTag } from './open-tag.ts'
import { leafRef, NotHeld, placeOf, type Reader, textRef, valueIn } from './reader.ts'
import { attributeOf, type Element, isBlankText, isText, onlyChild } from './tree.ts'

const { image, imageInline, iframe, codeBlock } = documentSchema.nodes

function pictureAttrs(reader: Reader, element: Element) {
  const bag = bagOf(element, reader.masked.pieces)
  const value = (name: string) => valueIn(reader, element, name)
  return { bag, src: value('src'), alt: value('alt'), title: value('title'), width: widthIn(bag) }
}

/** A picture among words. */
export function inlinePicture(reader: Reader, element: Element): Node {
  return imageInline.create(pictureAttrs(reader, element))
}

/** Keeps what is written only where it differs from what a new picture or frame writes. */
function withoutDefaults(node: Node, tag: (node: Node) => Bag): Node {
  const { bag, wrap } = node.attrs
  const fresh = node.type.create({ ...node.attrs, bag: null, wrap: null })
  return sameBag(tag(fresh), bag) && sameBag(wrapperTag(fresh), wrap) ? fresh : node
}

/** A picture or frame, alone or as the only thing in its wrapper. */
export function readMedia(reader: Reader, element: Element, wrapper: Element | null): Node {
  const inner = placeOf(element)
  const place = wrapper ? placeOf(wrapper) : inner
  if (wrapper && (inner.s < place.os || inner.e > place.ce)) throw new NotHeld('Badly nested code')
  if (element.childNodes.some((n) => !isBlankText(n))) throw new NotHeld('Frame')
  const wrap = wrapper ? bagOf(wrapper, reader.masked.pieces) : null
  const picture = pictureAttrs(reader, element)
  const isImage = element.tagName === 'img'
  const href = isImage && wrapper?.tagName === 'a' ? valueIn(reader, wrapper, 'href') : null
  const { src, title, bag } = picture
  const node = isImage
    ? withoutDefaults(image.create({ ...picture, href, wrap }), pictureTag)
    : withoutDefaults(iframe.create({ src, title, bag, wrap }), frameTag)
  reader.refs.set(node, leafRef(place))
  return node
}

/** `<pre>`, with or without `<code>` directly in it. */
export function readCode(reader: Reader, element: Element): Node {
  const code = element.childNodes.length === 1 ? onlyChild(element, 'code') : null
  const holder = code ?? element
  if (holder.childNodes.some((n) => !isText(n))) throw new NotHeld('Code with styles in it')
  const place = placeOf(element)
  const inside = placeOf(holder)
  const text = holder.childNodes
    .map((n) => (isText(n) ? unmask(n.value, reader.masked.pieces) : ''))
    .join('')
  const classes = code ? (attributeOf(code, 'class') ?? '') : ''
  const language = /^language-(\S+)$/.exec(classes)?.[1] ?? null
  const bag: Bag = bagOf(element, reader.masked.pieces)
  const inner = code ? bagOf(code, reader.masked.pieces) : null
  // The parser drops a line end directly behind `<pre>`.
  const lead = code
    ? 0
    : (/^\r?\n/.exec(reader.src.slice(inside.os, inside.os + 2))?.[0].length ?? 0)
  const content = text === '' ? [] : [documentSchema.text(text)]
  const isDefault = code !== null && bag.attrs.length === 0 && isLanguageOnly(code, language)
  const node = codeBlock.create(
    { language, bag: isDefault ? null : { ...bag, ...(inner ? { inner } : {}) } },
    content,
  )
  const ref: Ref = {
    ...textRef(place),
    os: inside.os + lead,
    ce: Math.max(inside.os + lead, inside.ce),
  }
  reader.refs.set(node, ref)
  return node
}

const isLanguageOnly = (code: Element, language: string | null) =>
  code.attrs.length === 0 ||
  (code.attrs.length === 1 && language !== null && code.attrs[0]?.name === 'class')
