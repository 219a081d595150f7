/** The policy allows only style elements that carry this load's nonce; main writes it into the page. */
export const pageNonce = (): string =>
  document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? ''
