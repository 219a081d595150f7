import { dialog } from 'electron'
import { assetExtensions, typeOfPath } from '../../shared/domain/assets/asset-types.ts'
import type { SiteWindows } from './site-windows.ts'

const images = assetExtensions.filter((ending) => typeOfPath(`a.${ending}`).startsWith('image/'))

/** Asks for images and documents with the system's dialog; empty when cancelled. */
export async function chooseFiles(
  windows: SiteWindows,
  windowId: number,
  multiple: boolean,
): Promise<readonly string[]> {
  const { window } = windows.of(windowId)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: 'Choose images or documents',
    buttonLabel: 'Choose',
    properties: multiple ? ['openFile', 'multiSelections'] : ['openFile'],
    filters: [
      { name: 'Images and documents', extensions: [...assetExtensions] },
      { name: 'Images', extensions: images },
    ],
  })
  return canceled ? [] : filePaths
}
