/** What is wrong with a picture, in the user's words. */
export class ImageProblem extends Error {
  override readonly name = 'ImageProblem'
}
