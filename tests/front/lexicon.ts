/**
 * Words the program's own sentences never use: they judge an outlet, guess its intent, or make one side the odd one
 * out. Words of the articles may hold them, inside quotation marks.
 */
const bannedWords: readonly string[] =
  `omit omits omitted omission hide hides hid hidden conceal conceals admit
  admits admitted distort distorts distorted falsely false spin spins spun bias biased wrong wrongly misleading mislead
  misleads copied copies copy confirms confirm confirmed correct correctly incorrect error mistake misstates lie lies
  fails failed ignores ignored suppress suppresses claims claimed but only even unlike merely actually truth true
  honest dishonest propaganda slant slanted manipulates manipulated unfortunately surprisingly`.split(/\s+/)

const banned = new Set(bannedWords)

/** The banned words of a sentence outside quotation marks; outlet names are taken out by the caller. */
export function bannedIn(sentence: string): readonly string[] {
  const own = sentence
    .replace(/“[^”]*”?/gu, (run) => (run.endsWith('”') ? ' ' : run))
    .replace(/‘[^’]*’?/gu, (run) => (run.endsWith('’') ? ' ' : run))
  return [...own.toLowerCase().matchAll(/\p{L}+/gu)]
    .map((match) => match[0])
    .filter((word) => banned.has(word))
}
