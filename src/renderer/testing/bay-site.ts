import type { SiteInfo } from '../../shared/ipc/app-calls.ts'

/** An ordinary site, with nothing to say about it. */
export const baySite: SiteInfo = {
  id: 'bay',
  name: 'Lantern Bay Parks',
  folder: '/sites/bay',
  profile: 'isomer',
  sample: false,
  restriction: null,
  branch: 'main',
  remote: null,
  notice: null,
}
