/** A value that a form field gives. */
export type FormValue = string | number | boolean | null

/** A key, or keys and list positions, from the top of the front matter. */
export type KeyPath = readonly (string | number)[]
