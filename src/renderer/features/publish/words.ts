import type { PublishPlan } from '../../../shared/ipc/publish-calls.ts'

/** “1 change”, “7 changes”. */
export const counted = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`

/** Where a publish goes, for people. */
export function targetInWords(plan: Pick<PublishPlan, 'branch' | 'remote'>): string {
  if (plan.remote === null) return 'this folder'
  return plan.branch === 'staging' ? 'the preview site' : plan.remote
}

export const kindWords = {
  changed: 'Changed',
  new: 'New',
  moved: 'Moved',
  deleted: 'Deleted',
  replaced: 'Replaced',
} as const
