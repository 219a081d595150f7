import britishAff from '#dictionaries/en-GB.aff?url'
import britishDic from '#dictionaries/en-GB.dic?url'
import americanAff from '#dictionaries/en-US.aff?url'
import americanDic from '#dictionaries/en-US.dic?url'
import type { Spelling } from '../../../../shared/ipc/settings-calls.ts'

/** The dictionaries that come with Galley; they are files of its own, read when they are first needed. */
export const dictionaries: Readonly<
  Record<Exclude<Spelling, 'off'>, { aff: string; dic: string }>
> = {
  'en-GB': { aff: britishAff, dic: britishDic },
  'en-US': { aff: americanAff, dic: americanDic },
}
