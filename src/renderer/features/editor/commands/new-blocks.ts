import type { Node, Schema } from '@tiptap/pm/model'

const paragraph = (schema: Schema, text = '') =>
  schema.node('paragraph', null, text ? [schema.text(text)] : [])

/** A table as Isomer inserts it: its first row is a header. */
export function newTable(schema: Schema, rows = 3, columns = 3): Node {
  const row = (kind: 'tableHeader' | 'tableCell') =>
    schema.node(
      'tableRow',
      null,
      Array.from({ length: columns }, () => schema.node(kind, null, [paragraph(schema)])),
    )
  return schema.node(
    'table',
    null,
    Array.from({ length: rows }, (_, i) => row(i === 0 ? 'tableHeader' : 'tableCell')),
  )
}

export function newDetails(schema: Schema, title = ''): Node {
  return schema.node('details', null, [
    schema.node('detailsSummary', null, title ? [schema.text(title)] : []),
    schema.node('detailsContent', null, [paragraph(schema)]),
  ])
}

export function newAccordion(schema: Schema): Node {
  return schema.node('detailGroup', null, [newDetails(schema)])
}

const cardText = (schema: Schema, role: string, text: string) =>
  schema.node('cardText', { role }, text ? [schema.text(text)] : [])

/** The words Isomer's editor begins a card with. */
export const texts = {
  title: 'This is a title for your card',
  description: 'This is body text for your card. Describe your card.',
  link: 'This is a link for your card',
} as const

const cardBody = (schema: Schema, roles: readonly (keyof typeof texts)[]) =>
  schema.node(
    'cardBody',
    null,
    roles.map((role) => cardText(schema, role, texts[role])),
  )

const rolesOf = (card: Node) => {
  const roles: (keyof typeof texts)[] = []
  card.descendants((node) => {
    const { role } = node.attrs
    if (role === 'title' || role === 'description' || role === 'link') roles.push(role)
  })
  return roles
}

/** A card; one beside others has the same parts as they have, without their picture. */
export function newCard(schema: Schema, like?: Node): Node {
  const roles = like ? rolesOf(like) : []
  return schema.node('card', null, [
    cardBody(schema, roles.length > 0 ? roles : ['title', 'description']),
  ])
}

/** Three cards, as Isomer begins a grid. */
export function newCards(schema: Schema): Node {
  return schema.node('cards', null, [newCard(schema), newCard(schema), newCard(schema)])
}
