// Writes data/english/given-names.txt from the word lists of compromise (MIT): node scripts/given-name-gender.mjs
import nlp from 'compromise/three'
import { wrapped, writeSections } from './word-file.mjs'

const lexicon = nlp.model().one.lexicon
const names = (tag) =>
  Object.entries(lexicon)
    .filter(([word, tags]) => !word.includes(' ') && [tags].flat().includes(tag))
    .map(([word]) => word)
    .sort()

writeSections('given-names.txt', { women: wrapped(names('FemaleName')), men: wrapped(names('MaleName')) })
