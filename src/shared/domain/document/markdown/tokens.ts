import { type Token, tokenize as tokenizeHtml } from '../html/tokens.ts'

const pattern =
  /[ \t]*\\?\r?\n[ \t>]*|[ \t]+|<!--[\s\S]*?-->|<\/?[a-zA-Z][^\s>/]*(?:"[^"]*"|'[^']*'|[^>"'])*>|\]\((?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|<[^>\n]*>|\\.|[^()\s\\]|\((?:\\.|[^()\s\\])*\))*(?:\s+(?:"(?:\\.|[^"\\])*"|'[^']*'))?\s*\)(?:\{:[^}\n]*\})?|\]\[[^\]\n]*\]|\[\^[^\]\n]+\]|\{%[\s\S]*?%\}|\{\{[\s\S]*?\}\}|\{:[^}\n]*\}|&#?\w+;|\\[!-/:-@[-`{-~]|\*+|_+|`+|~~|!?\[|[\p{L}\p{N}\p{M}]+|[\s\S]/gu

function keyOf(raw: string): string {
  if (/^[ \t]*\\?\r?\n/.test(raw)) return /^(?:[ \t]* {2,}|[ \t]*\\)\r?\n/.test(raw) ? '<br' : ' '
  if (/^[ \t]+$/.test(raw)) return ' '
  if (/^\\[!-~]$/.test(raw)) return `T${raw[1]}`
  if (/^[*_]+$/.test(raw)) return `E${raw.length}`
  if (/^(?:&#?\w+;|<[/a-zA-Z])/.test(raw)) return tokenizeHtml(raw)[0]?.key ?? raw
  if (raw.startsWith('<!--') || /^(?:\]\(|\]\[|\[\^|\{|`|~~|!?\[$)/.test(raw)) return raw
  return `T${raw}`
}

const isBreak = (token: Token | undefined) => token?.key === '<br'

/**
 * Splits Markdown of one text block into words, spaces and signs. A line end with the prefix of the next line is a
 * space or a line break; white space at a `<br>` belongs to it.
 */
export function tokenizeMarkdown(text: string): Token[] {
  const out: Token[] = []
  for (const [raw] of text.matchAll(pattern)) {
    const key = keyOf(raw)
    const last = out.at(-1)
    if (last && key === ' ' && isBreak(last) && last.raw.endsWith('>'))
      out[out.length - 1] = { raw: last.raw + raw, key: '<br' }
    else if (last && key === '<br' && raw.startsWith('<') && last.key === ' ')
      out[out.length - 1] = { raw: last.raw + raw, key }
    else out.push({ raw, key })
  }
  return out
}
