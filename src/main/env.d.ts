/** Set by Vite when it builds; `DEV` is a constant, so code of development vanishes from what is shipped. */
interface ImportMeta {
  readonly env: { readonly DEV: boolean }
}
