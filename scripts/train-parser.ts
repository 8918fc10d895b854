/**
 * Trains the tagger and the dependency parser: `npm run train:parser -- <folder>` writes data/parser.json and data/parser.bin.
 *
 * In:    a folder of treebank files (CoNLL-U): `*.train.conllu` are learned from, `*.dev.conllu` only measured on. `--out`
 *        names another folder to write to, `--measure` measures the weights that are there and trains nothing.
 * Out:   the two files, the same bytes for the same input (all random numbers come from seeds 7 and 8); figures on standard error.
 * Never: writes words: features are hashed before they are counted.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { ModelHead, readModel } from '../src/english/parse/parse.js'
import { dataFile } from '../src/text/data-file.js'
import { readTreebank } from './parser/conllu.js'
import { measure } from './parser/measure.js'
import { trainParser } from './parser/train-parser.js'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { out: { type: 'string' }, measure: { type: 'boolean' } },
})
const [folder] = positionals
if (folder === undefined)
  throw new Error('usage: npm run train:parser -- <folder with *.train.conllu> [--out <folder>] [--measure]')

const report = (line: string): void => {
  process.stderr.write(line + '\n')
}
const target = (name: string): string =>
  values.out === undefined ? dataFile(name) : path.join(values.out, name)

if (values.measure !== true) {
  const { head, bytes } = trainParser(readTreebank(folder, '.train.conllu'), report)
  writeFileSync(target('parser.json'), JSON.stringify(head, null, 2) + '\n')
  writeFileSync(target('parser.bin'), bytes)
}
const model = readModel(
  ModelHead.parse(JSON.parse(readFileSync(target('parser.json'), 'utf8'))),
  readFileSync(target('parser.bin')),
)
for (const name of ['pud.dev.conllu', 'gum-news.dev.conllu']) {
  const sentences = readTreebank(folder, name)
  if (sentences.length > 0) measure(name, sentences, model, report)
}
