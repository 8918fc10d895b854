/** Whether the words before a date look ahead: then `Friday` is the next one. In: the sentence up to the date. */

const ahead =
  /\b(?:will|shall|would|won't|going to|due|scheduled|planned|plans?|planning|expected|expects?|set to|set for|upcoming|until|deadline|is to|are to|intends?|hopes? to)\b/gi
const done = /\b(?:said|told|was|were|had|came|met|went|announced|added)\b/gi

/** The nearest sign before the date decides, within 90 characters. */
export function isUpcoming(before: string): boolean {
  const near = before.slice(-90)
  return lastIndex(near, ahead) > lastIndex(near, done)
}

function lastIndex(text: string, pattern: RegExp): number {
  let last = -1
  for (const match of text.matchAll(pattern)) last = match.index
  return last
}
