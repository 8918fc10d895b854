/**
 * Writes src/english/known-words.ts from compromise's own word lists, so that the program need not load compromise
 * (0.3 s) to know a given name or a city. Run after an upgrade: `node scripts/lexicon.mjs`, then the formatter.
 */
import { writeFileSync } from 'node:fs'
import nlp from 'compromise/two'

const tagged = Object.entries(nlp.model().one.lexicon)
const words = (...tags) =>
  tagged
    .filter(([word, tag]) => [tag].flat().some((t) => tags.includes(t)) && /^[\p{L}\p{N}' &.-]+$/u.test(word))
    .map(([word]) => word)
    .sort((a, b) => (a < b ? -1 : 1))

const lists = {
  givenNames: words('MaleName', 'FemaleName', 'FirstName').filter((word) => !word.includes(' ')),
  familyNames: words('LastName').filter((word) => !word.includes(' ')),
  cities: words('City'),
  organisations: words('Organization', 'SportsTeam').filter((word) => word.length > 2),
  commonWords: words('Singular', 'Noun', 'Adjective', 'Infinitive', 'Uncountable', 'Plural', 'Gerund').filter(
    (word) => /^[a-z]{3,}$/.test(word),
  ),
}
const body = Object.entries(lists)
  .map(
    ([name, list]) =>
      `/** ${list.length} entries, lower case. */\nexport const ${name}: ReadonlySet<string> = new Set(\`${list.join(',')}\`.split(','))`,
  )
  .join('\n\n')
writeFileSync(
  new URL('../src/english/known-words.ts', import.meta.url),
  `/**
 * Given and family names, cities, organisations and common words in lower case.
 * Source: the word lists of compromise ${nlp.version} (MIT, Spencer Kelly). Made by scripts/lexicon.mjs; do not edit.
 */
${body}
`,
)
