import {
  acceleratorOf,
  type CommandSpec,
  commands,
  keysInWords,
  type MenuSection,
  menuLabels,
  menuSections,
} from '../../../shared/commands.ts'

export interface ShortcutGroup {
  readonly section: MenuSection
  readonly title: string
  readonly shortcuts: readonly {
    readonly id: string
    readonly label: string
    readonly keys: string
  }[]
}

const specs: readonly CommandSpec[] = commands

/**
 * Every command that has keys on a system, in the menu bar's order. Of the window's own only what somebody carries
 * out here; the editor's are always told, for whoever wants to learn them before a page is open.
 */
export function shortcutList(
  platform: string,
  offered: ReadonlySet<string>,
): readonly ShortcutGroup[] {
  const groups = menuSections.map((section) => ({
    section,
    title: menuLabels[section],
    shortcuts: specs.flatMap((spec) => {
      const isTold = spec.menu === section && (spec.scope === 'editor' || offered.has(spec.id))
      const accelerator = isTold ? acceleratorOf(spec, platform) : null
      if (accelerator === null) return []
      return [{ id: spec.id, label: spec.label, keys: keysInWords(accelerator, platform) }]
    }),
  }))
  return groups.filter(({ shortcuts }) => shortcuts.length > 0)
}
