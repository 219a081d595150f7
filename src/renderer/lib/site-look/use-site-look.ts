import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useCall } from '../use-call.ts'
import { type Compiled, compileSheet } from './compile-sheet.ts'

export interface SiteStyle {
  readonly colours: Output<'site.look'>['colours']
  /** The site's own sheet as CSS; `''` where it has none or it cannot be read. */
  readonly css: string
  /** Whether the site has a style sheet of its own. */
  readonly hasSheet: boolean
  /** Why its sheet cannot be read, in words; null where it can. */
  readonly problem: string | null
}

const nothing: Compiled = { css: '' }
const plain: SiteStyle = {
  colours: { primary: '#2b5797', secondary: '#484848' },
  css: '',
  hasSheet: false,
  problem: null,
}

/** How a site's pages look, from its configuration and its own style sheet; null until that is known. */
export function useSiteStyle(): SiteStyle | null {
  const { data: look, isError } = useCall('site.look')
  const text = look?.sheet?.text ?? null
  const compiled = useQuery({
    queryKey: ['site-sheet', text],
    queryFn: () => (text === null ? nothing : compileSheet(text)),
    enabled: look !== undefined,
  }).data
  return useMemo(() => {
    if (isError) return plain
    if (!look || !compiled) return null
    const path = look.sheet?.path
    const problem =
      compiled.problem === undefined ? null : `${path} could not be used: ${compiled.problem}`
    return { colours: look.colours, css: compiled.css ?? '', hasSheet: path !== undefined, problem }
  }, [look, compiled, isError])
}
