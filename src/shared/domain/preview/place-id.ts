/** The id of the place a preview begins at. */
export const placeId = 'galley-here'
