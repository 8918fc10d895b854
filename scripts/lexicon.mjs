/**
 * Writes data/english/known-words.txt from compromise's own word lists, so that the program need not load compromise
 * (0.3 s) to know a given name or a city. Run after an upgrade: `node scripts/lexicon.mjs`.
 */
import nlp from 'compromise/two'
import { wrapped, writeSections } from './word-file.mjs'

const tagged = Object.entries(nlp.model().one.lexicon)
const words = (...tags) =>
  tagged
    .filter(([word, tag]) => [tag].flat().some((t) => tags.includes(t)) && /^[\p{L}\p{N}' &.-]+$/u.test(word))
    .map(([word]) => word)
    .sort((a, b) => (a < b ? -1 : 1))

writeSections('known-words.txt', {
  'given-names': wrapped(words('MaleName', 'FemaleName', 'FirstName').filter((word) => !word.includes(' '))),
  'family-names': wrapped(words('LastName').filter((word) => !word.includes(' '))),
  cities: words('City'),
  organisations: words('Organization', 'SportsTeam').filter((word) => word.length > 2),
  'common-words': wrapped(
    words('Singular', 'Noun', 'Adjective', 'Infinitive', 'Uncountable', 'Plural', 'Gerund').filter((word) =>
      /^[a-z]{3,}$/.test(word),
    ),
  ),
})
