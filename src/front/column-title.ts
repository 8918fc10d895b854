/**
 * What a column is called: the words of one report, without the word that ties them to a clause before, as a sentence
 * begins. `and there was no breakthrough` is `There was no breakthrough`.
 *
 * In: a column. Out: its title. Never: more than the opening changed; JSON and CSV keep the words as printed.
 */
import type { Column } from '../model/alignment.js'

/** `that` is left where a verb follows: then it stands for the thing itself. */
const tie =
  /^(?:and|but|or|that(?!\s(?:is|was|are|were|has|had|have|will|would|can|could|may|might|must|should|did|does|do)\b))\s+(?=\S)/u

export function columnTitle({ label }: Pick<Column, 'label'>): string {
  const words = label.replace(tie, '')
  const [first = ''] = words
  return first.toUpperCase() + words.slice(first.length)
}
