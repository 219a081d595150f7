/** Keys whose readable form is not just their words. */
const labels = new Map(
  Object.entries({
    file_url: 'File',
    external: 'Link to',
    datagovsgid: 'Data.gov.sg id',
  }),
)

/** A key made readable: `third_nav_title` → “Third nav title”, `metaDescription` → “Meta description”. */
export function fieldLabel(key: string): string {
  const own = labels.get(key)
  if (own !== undefined) return own
  const words = key
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_\-.\s]+/g, ' ')
    .trim()
  if (words === '') return key
  const lower = words
    .split(' ')
    .map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()))
    .join(' ')
  return lower.charAt(0).toUpperCase() + lower.slice(1)
}
