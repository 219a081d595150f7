import { ArrowRight } from 'lucide-react'
import type { Node } from 'prosemirror-model'
import { RenderedNode } from './rendered-node.tsx'
import { type Addresses, pictureName } from './site-picture.tsx'

/** What a text block is called when it became another kind; null where only its words changed. */
const kindOfText = (node: Node) => {
  if (node.type.name === 'heading') return `heading ${Number(node.attrs.level)}`
  if (node.type.name === 'codeBlock') return 'code'
  return node.type.name === 'paragraph' ? 'a paragraph' : null
}

/** “Was heading 3”, null where the block is of the same kind as before. */
export function reshapedInWords(was: Node, now: Node): string | null {
  const [old, fresh] = [kindOfText(was), kindOfText(now)]
  return old === null || old === fresh ? null : `Was ${old}`
}

const caption = (node: Node) =>
  node.type.name === 'image' ? pictureName(String(node.attrs.src ?? '')) : ''

const isPicture = (node: Node) => node.type.name === 'image'

/** The same picture with other words: the alternative text is what changed. */
function NewWords({ was, now }: { readonly was: string; readonly now: string }) {
  return (
    <p className="compare-alt">
      Alt text: {was === '' ? 'none' : <del>{was}</del>} {now !== '' && <ins>{now}</ins>}
    </p>
  )
}

interface Props {
  readonly was: Node
  readonly now: Node
  readonly addresses: Addresses
}

/** Two versions of a picture, frame or locked block beside each other. */
export function Replaced({ was, now, addresses }: Props) {
  const samePicture = isPicture(was) && isPicture(now) && was.attrs.src === now.attrs.src
  const [oldAlt, newAlt] = [String(was.attrs.alt ?? ''), String(now.attrs.alt ?? '')]
  const alt = isPicture(was) && isPicture(now) && oldAlt !== newAlt
  if (samePicture)
    return (
      <div className="compare-block" data-change="changed">
        <RenderedNode node={now} address={addresses.after} />
        {alt ? (
          <NewWords was={oldAlt} now={newAlt} />
        ) : (
          <span className="compare-kind" data-kind="changed">
            Shown differently
          </span>
        )}
      </div>
    )
  return (
    <div className="compare-block" data-change="changed">
      <div className="compare-pair">
        <div className="compare-was">
          <RenderedNode node={was} address={addresses.before} />
          <span className="compare-kind" data-kind="removed">
            Removed
          </span>{' '}
          {caption(was)}
        </div>
        <ArrowRight className="compare-arrow" size={14} strokeWidth={2} aria-hidden />
        <div>
          <RenderedNode node={now} address={addresses.after} />
          <span className="compare-kind" data-kind="added">
            Added
          </span>{' '}
          {caption(now)}
        </div>
      </div>
      {alt && <NewWords was={oldAlt} now={newAlt} />}
    </div>
  )
}
