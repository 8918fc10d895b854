/** What became of a second reader's notes, in sentences that every view prints. */
import type { NoteOutcome, NoteRefusal } from '../model/notes.js'
import type { Report } from '../model/report.js'
import { readerName } from './finding-words.js'
import { measuredNotes } from './sureness.js'
import { shorten, visibleLine } from './safe-text.js'
import { count } from './words.js'

const kinds = { model: 'a language model', person: 'a person', program: 'a program' } as const

const taken: Readonly<Record<NoteOutcome, string>> = {
  printed: 'printed as proposed',
  mended: 'mended: words printed with their sentence, a credit given, an answer or a silence changed',
  'told-differently': 'printed as told differently, for a contradiction was not borne out',
  'cannot-tell': 'printed with a side of which nobody can tell',
}

const refused: Readonly<Record<NoteRefusal, string>> = {
  'no-such-source': 'refused: names a report that is not here',
  'ambiguous-source': 'refused: names a report that may be one of two',
  'not-in-text': 'refused: its words stand in no report that it names',
  'nothing-to-compare': 'refused: has one report on one side and none on the other',
  'same-report': 'refused: sets one report beside itself',
  'other-matter': 'refused: its words do not answer its question',
  'nothing-in-common': 'refused: the two passages share no name, number or rare word',
  'other-value': 'refused: the two passages give different values',
  'other-sense': 'refused: one passage denies what the other says',
  'other-speaker': 'refused: the two passages are said by different people',
  'no-claim-there': 'refused: a passage states nothing',
}

export function notesInWords(report: Report): readonly string[] {
  const { notes } = report
  if (notes === undefined) return []
  const { kind, prompts, at, test } = notes.reader
  const made = [prompts === undefined ? '' : `, asked as in ${prompts}`, at === undefined ? '' : `, ${at}`]
  const pairs = notes.taken.filter(({ finding }) => finding === null).length
  const lines = <Key extends string>(words: Readonly<Record<Key, string>>, keys: readonly Key[]): string[] =>
    (Object.entries(words) as [Key, string][]).flatMap(([key, said]) => {
      const number = keys.filter((one) => one === key).length
      return number === 0 ? [] : [`${number} ${said}`]
    })
  const outcomes = notes.taken.flatMap(({ finding, outcome }) => (finding === null ? [] : [outcome]))
  return [
    `Read, too, by ${readerName(report)} (${kinds[kind]}${visibleLine(shorten(made.join(''), 160))}): ${count(notes.taken.length + notes.refused.length, 'note')} proposed. Each was located in the texts and tested by this program; what did not stand was not printed.`,
    ...(kind === 'model' ? [testWords(test)] : []),
    ...lines(taken, outcomes),
    ...(pairs === 0 ? [] : [`${count(pairs, 'pair')} of passages taken for one statement`]),
    ...lines(
      refused,
      notes.refused.map(({ reason }) => reason),
    ),
  ]
}

function testWords(test: string | undefined): string {
  return test === undefined
    ? 'This model was not put to the test of invented events (synoptic notes test).'
    : `In the test of invented events: ${visibleLine(shorten(test, 200))}`
}

/** Beside the program's own rates, never among them. */
export function ratesOfNotes(report: Report): string {
  const { right, of, set } = measuredNotes
  return `Findings by a second reader are not among these. Of those that stood, ${right} of ${of} were right as proposed (${set}); another reader than that may do worse: ${readerName(report)} was not measured here.`
}
