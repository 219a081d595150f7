import { AppError } from '../../shared/ipc/app-error.ts'
import type { Delivery } from '../repo/publish/deliver.ts'

/** Fails with the server's reason where it did not take a publish for good. */
export function requireTaken(delivery: Delivery | null): void {
  if (delivery?.kind === 'refused') throw new AppError('refused', delivery.failure.words)
}
