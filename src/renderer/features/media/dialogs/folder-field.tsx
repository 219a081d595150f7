import { Folder } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef } from 'react'
import { useCall } from '../../../lib/use-call.ts'
import { TextField } from '../../../ui/text-field.tsx'
import { folderProblem, typedFolder } from '../model/name-pattern.ts'
import { folderPaths, foldersOf } from '../model/places.ts'

/** The folders of the site that hold media. */
function useFolders(): readonly string[] {
  const { data } = useCall('media.list')
  return useMemo(() => folderPaths(foldersOf(data ?? [])), [data])
}

/** What keeps a typed folder from being used. */
export function useFolderProblem(text: string): string | null {
  const folders = useFolders()
  return folderProblem(
    typedFolder(text),
    folders.filter((path) => !path.includes('/')),
  )
}

interface Props {
  readonly value: string
  readonly onChange: (folder: string) => void
}

const mostShown = 200

/** A folder by name, or by choosing one below; one that is not there yet is made. */
export function FolderField({ value, onChange }: Props) {
  const folders = useFolders()
  const folder = typedFolder(value)
  const isKnown = folders.includes(folder)
  const words = folder.toLowerCase()
  // A folder that was chosen leaves the others to be chosen instead.
  const shown = isKnown ? folders : folders.filter((path) => path.toLowerCase().includes(words))
  const problem = useFolderProblem(value)
  const list = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const chosen = isKnown ? list.current?.querySelector('[aria-selected="true"]') : null
    chosen?.scrollIntoView({ block: 'nearest' })
  }, [isKnown])
  return (
    <div className="media-folders">
      <TextField
        label="Folder"
        value={value}
        onChange={onChange}
        problem={folder === '' ? null : problem}
        hint={isKnown || problem ? undefined : 'This folder will be made.'}
      />
      {shown.length > 0 && (
        <div ref={list} role="listbox" aria-label="Folders" className="media-folder-choices">
          {shown.slice(0, mostShown).map((path) => (
            <button
              key={path}
              type="button"
              role="option"
              aria-selected={path === folder}
              onClick={() => onChange(path)}
            >
              <Folder size={14} strokeWidth={2} aria-hidden />
              {path}
            </button>
          ))}
        </div>
      )}
    </div>
  )
}
