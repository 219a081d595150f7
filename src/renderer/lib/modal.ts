/** Whether a dialog keeps the rest of the window waiting. Dialogs on their way out do not count. */
export const isModalOpen = (): boolean => document.querySelector('.ui-scrim[data-open]') !== null
