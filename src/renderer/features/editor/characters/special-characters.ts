/** A sign that keyboards do not have, and the words it is found by. */
export interface SpecialCharacter {
  readonly sign: string
  readonly name: string
}

const group = (label: string, ...signs: readonly string[]) => ({
  label,
  characters: signs.map((written): SpecialCharacter => {
    const at = written.indexOf(' ')
    return { sign: written.slice(0, at), name: written.slice(at + 1) }
  }),
})

/** The signs that editors of public sites look for. A sign comes first, then its name. */
export const characterGroups = [
  group(
    'Punctuation',
    '– En dash',
    '— Em dash',
    '… Ellipsis',
    '‘ Left single quote',
    '’ Apostrophe, right single quote',
    '“ Left double quote',
    '” Right double quote',
    '« Left angle quote',
    '» Right angle quote',
    '• Bullet',
    '· Middle dot',
    '¿ Inverted question mark',
    '¡ Inverted exclamation mark',
    '† Dagger',
    '‡ Double dagger',
    '\u2011 Hyphen that does not break',
  ),
  group(
    'Money',
    '€ Euro',
    '£ Pound',
    '¥ Yen, yuan',
    '¢ Cent',
    '₹ Rupee',
    '₱ Peso',
    '฿ Baht',
    '₩ Won',
  ),
  group(
    'Symbols',
    '© Copyright',
    '® Registered',
    '™ Trade mark',
    '° Degree',
    '§ Section',
    '¶ Paragraph',
    '№ Number',
    'µ Micro',
    'Ω Ohm, omega',
    '✓ Tick, check mark',
    '✗ Cross',
    '★ Star',
    '☎ Telephone',
    '✉ Envelope, e-mail',
  ),
  group(
    'Numbers',
    '× Times, multiplied by',
    '÷ Divided by',
    '± Plus or minus',
    '− Minus',
    '≈ About, almost equal',
    '≠ Not equal',
    '≤ At most, less or equal',
    '≥ At least, greater or equal',
    '½ One half',
    '¼ One quarter',
    '¾ Three quarters',
    '⅓ One third',
    '⅔ Two thirds',
    '² Squared, superscript two',
    '³ Cubed, superscript three',
    '₂ Subscript two',
    '‰ Per thousand',
    '∞ Infinity',
    'π Pi',
    'Σ Sum, sigma',
  ),
  group(
    'Arrows',
    '← Arrow left',
    '→ Arrow right',
    '↑ Arrow up',
    '↓ Arrow down',
    '↔ Arrow left and right',
    '⇒ Double arrow right',
    '▶ Triangle right',
  ),
  group(
    'Letters',
    'á a acute',
    'à a grave',
    'â a circumflex',
    'ä a umlaut',
    'ã a tilde',
    'å a ring',
    'æ ae',
    'ç c cedilla',
    'é e acute',
    'è e grave',
    'ê e circumflex',
    'ë e diaeresis',
    'í i acute',
    'î i circumflex',
    'ñ n tilde',
    'ó o acute',
    'ô o circumflex',
    'ö o umlaut',
    'ø o stroke',
    'œ oe',
    'ß Sharp s',
    'ú u acute',
    'ü u umlaut',
    'ā a macron',
    'ē e macron',
    'ī i macron',
    'ō o macron',
    'ū u macron',
    'ǎ a caron',
    'ǐ i caron',
  ),
  group('Spaces', '\u00a0 Space that does not break', '\u00ad Soft hyphen'),
] as const

/** The groups with what fits the typed words only; a sign itself fits, too. */
export function fittingCharacters(typed: string) {
  const words = typed.trim().toLowerCase()
  return characterGroups
    .map(({ label, characters }) => ({
      label,
      characters: characters.filter(
        ({ sign, name }) => words === sign || name.toLowerCase().includes(words),
      ),
    }))
    .filter(({ characters }) => characters.length > 0)
}
