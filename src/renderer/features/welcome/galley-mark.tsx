/** Galley's own mark: a proof sheet and a pencil. */
export function GalleyMark() {
  return (
    <svg viewBox="0 0 64 64" width="44" height="44" className="galley-mark" aria-hidden="true">
      <rect width="64" height="64" rx="15" className="galley-mark-ground" />
      <path d="M17 14h30v36H17z" fill="#fff" />
      <path
        d="M22 22h13M22 28h20M22 34h20M22 40h9"
        className="galley-mark-lines"
        strokeWidth="2.4"
        strokeLinecap="round"
      />
      <path d="M35 46l3.5-7 3 1.5z" fill="#e2603a" />
      <path d="M39 39.5l9-17 3.2 1.7-9 17z" fill="#f0a03a" />
    </svg>
  )
}
