export const panelId = 'open-page'
export const tabId = (path: string): string => `tab-${encodeURIComponent(path)}`
