/** What a pasted address or embed code leads to; `problem` says why it cannot be used. */
export type FrameAddress =
  | { readonly kind: 'frame'; readonly src: string; readonly title: string | null }
  | { readonly kind: 'problem'; readonly words: string }

const secure = 'Use an address that begins with https://, or the embed code of the page.'

function fromEmbedCode(code: string): { src: string | null; title: string | null } {
  const frame = new DOMParser().parseFromString(code, 'text/html').querySelector('iframe')
  return { src: frame?.getAttribute('src') ?? null, title: frame?.getAttribute('title') ?? null }
}

const youtube =
  /^https:\/\/(?:www\.|m\.)?(?:youtube\.com\/(?:watch\?(?:[^#]*&)?v=|shorts\/|live\/)|youtu\.be\/)([\w-]{6,20})/i
const vimeo = /^https:\/\/(?:www\.)?vimeo\.com\/(?:video\/)?(\d{5,12})/i

/** Addresses of pages people copy, as the address their player has. */
function playerOf(src: string): string {
  const video = youtube.exec(src)?.[1]
  if (video) return `https://www.youtube.com/embed/${video}`
  const film = vimeo.exec(src)?.[1]
  return film ? `https://player.vimeo.com/video/${film}` : src
}

/** Reads what was pasted: an address of a video, map or form, or the `<iframe>` code their pages offer. */
export function frameAddress(typed: string): FrameAddress {
  const words = typed.trim()
  const { src, title } = /<iframe/i.test(words) ? fromEmbedCode(words) : { src: words, title: null }
  const address = src?.startsWith('//') ? `https:${src}` : src
  if (!address || !/^https:\/\/[^\s/?#]+\.[^\s]+$/i.test(address))
    return { kind: 'problem', words: secure }
  return { kind: 'frame', src: playerOf(address), title }
}
