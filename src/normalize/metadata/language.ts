/**
 * Language: detected from the text, since `lang` attributes are often those of a template.
 *
 * In:    the text, and the language the page declares.
 * Out:   BCP 47 primary language, `und` when it cannot be told.
 * Method: `eld` (Nito-ELD, byte n-grams, extra-small model). Of the first 60 characters of paragraphs of English news it knew 96 %
 * (franc-min 88 %, tinyld 88 %), of 100 characters 98 % (96 %, 92 %), in a tenth of their time.
 */
import { eld } from 'eld/extrasmall'

/** Below so many letters the detector is right less than 19 times in 20, and the declaration counts first. */
const ENOUGH_LETTERS = 80
/** More text adds nothing but time. */
const MAX_LENGTH = 6000

export function detectLanguage(text: string, declared: string | null): string {
  const sample = text.slice(0, MAX_LENGTH)
  const letters = sample.match(/\p{L}/gu)?.length ?? 0
  const stated = primary(declared)
  if (letters < ENOUGH_LETTERS && stated !== null) return stated
  const detected = eld.detect(sample).language
  return detected === '' ? (stated ?? 'und') : detected
}

function primary(tag: string | null): string | null {
  return /^([a-z]{2,3})(?:[-_]|$)/iu.exec(tag?.trim() ?? '')?.[1]?.toLowerCase() ?? null
}
