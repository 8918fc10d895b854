// Makes src/english/given-names.ts from the word lists of compromise (MIT): node scripts/given-name-gender.mjs
import { writeFileSync } from 'node:fs'
import nlp from 'compromise/three'

const lexicon = nlp.model().one.lexicon
const names = (tag) =>
  Object.entries(lexicon)
    .filter(([word, tags]) => !word.includes(' ') && [tags].flat().includes(tag))
    .map(([word]) => word)
    .sort()
const line = (title, list) =>
  `\n/** ${list.length} names, lower case. */\nexport const ${title}: ReadonlySet<string> = new Set(\n  '${list.join(' ')}'.split(' '),\n)\n`
writeFileSync(
  new URL('../src/english/given-names.ts', import.meta.url),
  `/**
 * Given names borne mostly by women, and by men; names borne by both are in neither.
 * Source: the word lists of compromise 14.17.0 (MIT, Spencer Kelly). Made by scripts/given-name-gender.mjs; do not edit.
 */
` +
    line('womensNames', names('FemaleName')) +
    line('mensNames', names('MaleName')),
)
