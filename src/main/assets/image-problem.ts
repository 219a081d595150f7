import { AppError } from '../../shared/ipc/app-error.ts'

/** What is wrong with a picture, in the user's words. */
export class ImageProblem extends Error {
  override readonly name = 'ImageProblem'
}

/** What is wrong with a picture, as an error of the call. */
export async function inWords<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (error instanceof ImageProblem)
      throw new AppError('refused', `${error.message} Nothing was changed.`)
    throw error
  }
}
