/** The parts of libheif-js that are used; its own types describe another form of the package. */
declare module 'libheif-js/wasm-bundle.js' {
  export interface HeifPixels {
    readonly data: Uint8ClampedArray
    readonly width: number
    readonly height: number
  }
  export interface HeifImage {
    get_width(): number
    get_height(): number
    /** Fills `target.data` with RGBA; answers null where the pixels cannot be read. */
    display(target: HeifPixels, done: (shown: HeifPixels | null) => void): void
    free(): void
  }
  const heif: {
    readonly HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] }
  }
  export default heif
}
