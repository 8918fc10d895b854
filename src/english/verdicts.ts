/** What settles a charge, and who may speak for another: data/english/verdicts.txt. */
import { anyOf, wordFile } from './word-lists.js'

const file = wordFile('verdicts.txt')
const verdicts = file.lines('verdicts').join('|')

const verdict = new RegExp(anyOf(file.lines('verdicts')), 'iu')
const unsettled = new RegExp(
  `(?:\\b(?:${[...file.words('unsettled')].join('|')})|n['’]t) (?:[\\p{L}’']{1,20} ){0,3}(?:${verdicts})\\b`,
  'iu',
)

/** "Was convicted", "pleaded guilty"; not "if convicted". */
export function tellsVerdict(text: string): boolean {
  return verdict.test(text) && !unsettled.test(text)
}

/** "The museum's spokesman", "on behalf of": matched anywhere. */
export const spokespersons = new RegExp(anyOf(file.lines('spokespersons')), 'giu')
