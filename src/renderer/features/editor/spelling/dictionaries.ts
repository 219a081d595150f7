import americanAff from '../../../../../node_modules/dictionary-en/index.aff?url'
import americanDic from '../../../../../node_modules/dictionary-en/index.dic?url'
import britishAff from '../../../../../node_modules/dictionary-en-gb/index.aff?url'
import britishDic from '../../../../../node_modules/dictionary-en-gb/index.dic?url'
import type { Spelling } from '../../../../shared/ipc/settings-calls.ts'

/** The dictionaries that come with Galley; they are files of its own, read when they are first needed. */
export const dictionaries: Readonly<
  Record<Exclude<Spelling, 'off'>, { aff: string; dic: string }>
> = {
  'en-GB': { aff: britishAff, dic: britishDic },
  'en-US': { aff: americanAff, dic: americanDic },
}
