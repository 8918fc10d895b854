/** What the codes of the contract are called in English, and how sure a finding is: the home of words that several views print. */
import type { CellStance, Certainty, Form, Sourcing } from '../model/alignment.js'
import type { CueStance, SourceClass, Voice } from '../model/annotation.js'
import {
  FindingKind,
  type ConflictType,
  type Edit,
  type EvidenceRole,
  type Finding,
  type Grade,
  type Position,
} from '../model/comparison.js'
import type { NoteOutcome, NoteRefusal } from '../model/notes.js'
import type { Report } from '../model/report.js'
import { grouped } from '../text/grouped.js'
import { shorten, unquoted, visibleLine } from './safe-text.js'
import type { z } from 'zod'

export const kindWords: Readonly<Record<FindingKind, string>> = {
  conflict: 'Reports differ',
  'speaker-differs': 'Attributed to different speakers',
  'quote-shortened': 'Quotation shortened',
  'quote-altered': 'Quotation worded differently',
  'quote-paraphrased': 'Quotation put in reported speech',
  'quote-complementary': 'Different parts of one quotation',
  'quote-context': 'Same words, said of something else',
  'omitted-claim': 'Left out: a statement',
  'omitted-quote': 'Left out: who is quoted',
  'omitted-theme': 'Left out: a name or subject',
  'told-differently': 'Told differently',
  'only-here': 'In one report',
  'attribution-dropped': 'Attributed in some reports, told as fact in others',
  'certainty-differs': 'Told with different certainty',
  'attribution-verb': 'Different verbs of saying',
  naming: 'Different names for one thing',
  agency: 'Same act, told with other verbs',
  prominence: 'Different prominence',
  'headline-focus': 'Different headlines',
  'headline-body': 'Headline and text differ',
  'loaded-words': 'Charged words in the report’s own words',
  'source-balance': 'Who is heard',
}

/** A kind this version has no words for is printed with spaces: readers may meet kinds of later versions. */
export function kindName(kind: string): string {
  return wordsFor(kindWords, kind)
}

function wordsFor(table: Readonly<Record<string, string>>, code: string): string {
  return (Object.hasOwn(table, code) ? table[code] : undefined) ?? code.replaceAll('-', ' ')
}

export const conflictWords: Readonly<Record<ConflictType, string>> = {
  number: 'number',
  duration: 'duration',
  date: 'date',
  place: 'place',
  polarity: 'whether it is so',
  attribution: 'who said it',
  name: 'name',
  outcome: 'how it ended',
  charge: 'charge',
  office: 'office',
}

export const gradeWords: Readonly<Record<Grade, string>> = {
  differ: 'differ',
  'may-differ': 'may differ',
  compatible: 'agree',
}

export const formWords: Readonly<Record<Form, string>> = {
  verbatim: 'word for word',
  shortened: 'shortened',
  altered: 'worded differently',
  paraphrased: 'paraphrased',
  weaker: 'less certain wording',
  'headline-only': 'in the headline, not in the text',
  late: 'late in the text',
}

export const stanceWords: Readonly<Record<z.infer<typeof CellStance>, string>> = {
  asserts: 'says this',
  denies: 'says it is not so',
  'other-value': 'gives another figure or date',
}

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  plain: 'plain',
  hedged: 'cautious wording',
  allegation: 'as an allegation',
}

export const sourcingWords: Readonly<Record<Sourcing, string>> = {
  'direct-quote': 'quoted, source named',
  named: 'source named',
  unnamed: 'source unnamed',
  'other-outlet': 'after another outlet',
  none: 'no source',
}

export const voiceWords: Readonly<Record<Voice, string>> = {
  own: 'no source given',
  attributed: 'according to a source',
  unclear: 'not clear whose words',
}

/** `attributed to Mara Holt, cautious wording`; '' for what a report tells plainly in its own words. */
export function toldAs({ source, voice, certainty }: Position): string {
  if (source === null && voice === 'own' && certainty === 'plain') return ''
  const credited = source === null ? voiceWords[voice] : `attributed to ${source}`
  return certainty === 'plain' ? credited : `${credited}, ${certaintyWords[certainty]}`
}

export const roleWords: Readonly<Record<EvidenceRole, string>> = {
  asserts: 'says this',
  denies: 'says it is not so',
  value: 'its words',
  fuller: 'longest version',
  cut: 'shorter or changed',
  label: 'name used',
  headline: 'headline',
  body: 'first sentence',
  shared: 'shared words',
  nearest: 'closest passage found, says something else',
  context: 'nearby passage',
}

export const editWords: Readonly<Record<Edit['type'], string>> = {
  'cut-start': 'starts later, without',
  'cut-end': 'stops before',
  'cut-middle': 'leaves out',
  inserted: 'words added',
  replaced: 'words replaced',
  merged: 'two pieces joined',
  'to-indirect': 'turned into reported speech',
}

export const carriesWords: Readonly<Record<NonNullable<Edit['carries']>, string>> = {
  negation: 'a “not”',
  condition: 'a condition (“if”)',
  hedge: 'a word of caution',
  object: 'part of what is said',
  'opposing-clause': 'a qualification (“although”)',
}

export const cueStanceWords: Readonly<Record<CueStance, string>> = {
  neutral: 'neutral',
  doubting: 'casts doubt',
  endorsing: 'supports it',
  conceding: 'concedes it',
  insisting: 'is stronger than “said”',
  denying: 'denies it',
  emotive: 'judges, where “said” would be neutral',
}

export const sourceClassWords: Readonly<Record<SourceClass, string>> = {
  named: 'source named',
  role: 'source called by an office alone',
  organisation: 'source: an organisation',
  document: 'source: a document',
  collective: 'source: several people',
  anonymous: 'source unnamed',
  pronoun: 'source named before, here “he”, “she” or “they”',
}

const reasonWords: Readonly<Record<string, string>> = {
  truncated: 'the text breaks off',
  'too-dense': 'the text is too dense to be read in full',
  unreadable: 'the source could not be read',
  language: 'not in English',
  'too-early': 'may be too early: it came out well before the others tell this',
  'told-differently': 'there is something like it, which may not mean the same',
  unrelated: 'may be about another event',
  reference: 'quotations alone are checked against it',
  'paywall-markup': 'signs of a paywall',
  'no-article': 'no article found on the page',
  'fetch-failed': 'could not be fetched',
}

/** Words for a reason code; a code this version has no words for is printed with spaces. */
export function reasonText(code: string): string {
  return wordsFor(reasonWords, code)
}

/** `one report`, `3 reports` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`
}

const numbers = 'no one two three four five six seven eight nine ten eleven twelve'.split(' ')

/** Numbers up to twelve in letters, for running text. */
export function inWords(number: number): string {
  return numbers[number] ?? String(number)
}

/** `Reports differ: duration, may differ`; that two cannot hold is what their block says. */
export function tagOf(finding: Finding): string {
  const { type, grade } = finding.detail
  const shownGrade = grade === 'differ' ? undefined : grade && gradeWords[grade]
  const parts = [type && conflictWords[type], shownGrade].filter((part) => part !== undefined)
  return [kindName(finding.kind), parts.join(', ')].filter((part) => part !== '').join(': ')
}

/** The sign of what a second reader found; '' for what the program found alone. */
export function foundBy(report: Pick<Report, 'generator'>, { by }: Finding): string {
  const name = readerName(report)
  if (by === 'reader') return `found by ${name}, checked against the texts`
  return by === 'both' ? `found by ${name}, too` : ''
}

export function readerName({ generator }: Pick<Report, 'generator'>): string {
  return visibleLine(shorten(generator.reader?.name ?? 'a second reader', 60))
}

/** `leaves out: “…” (the change is not marked; takes away a condition)` */
export function editText(edit: Edit): string {
  const words = edit.removed === '' ? '' : `: “${unquoted(edit.removed)}”`
  const notes = [
    shownInPrint(edit),
    ...(edit.carries === null ? [] : [`takes away ${carriesWords[edit.carries]}`]),
    ...(edit.elsewhere ? ['told elsewhere in the same report'] : []),
  ].filter((note) => note !== '')
  return `${editWords[edit.type]}${words}${notes.length === 0 ? '' : ` (${notes.join('; ')})`}`
}

/** Whether a reader of the report could see the change; of reported speech nobody expects a mark. */
function shownInPrint({ type, marked }: Edit): string {
  if (type === 'to-indirect') return ''
  return marked ? 'the change is marked by dots, brackets or quotation marks' : 'the change is not marked'
}

/* How sure: a frequency where the kind of finding was measured, else a plain statement that it was not; never a decimal. */

/**
 * Measured precision: how many of those in front and in the smaller list strict readers of real coverage signed (docs/accuracy.md).
 * Rates of invented events have no place here. A kind that is missing was shown fewer than ten times, too few for a frequency, or found otherwise then.
 */
type Measured = {
  /** Right findings and all findings on the set. */
  readonly right: number
  readonly of: number
  /** The set's name, as the docs use it. */
  readonly set: string
}

const set = '24 events that the program had not seen'
const quotations = { right: 39, of: 60, set }
const told = { right: 159, of: 192, set }

/** A second reader's in front, told apart. */
export const measuredNotes: Measured = {
  right: 37,
  of: 52,
  set: 'notes of one language model on eight events',
}

export const measured: Readonly<Partial<Record<FindingKind, Measured>>> = {
  'headline-focus': { right: 24, of: 24, set },
  'omitted-quote': { right: 76, of: 98, set },
  'omitted-claim': told,
  'omitted-theme': { right: 12, of: 17, set: 'eight events that the program had not seen' },
  'only-here': told,
  'quote-altered': quotations,
  'quote-shortened': quotations,
}

/** Kinds that were measured together, right of all, the set. */
export const rateRows = [
  ...grouped(FindingKind.options, (kind) => [measured[kind]].filter((result) => result !== undefined)),
].map(([{ right, of, set: on }, kinds]) => [kinds.map(kindName).join('; '), `${right} of ${of}`, on] as const)

export const unmeasured = 'Other kinds were too rare in these tests for a count.'

/** `In tests on 24 events that the program had not seen, about nine in 10 differences of this kind were right` */
export function sureness({ kind, by, confidence }: Finding): string {
  const result = by === 'reader' ? measuredNotes : measured[kind]
  if (result === undefined)
    return `Certainty: ${sureWords[sureClass(confidence)]}; how often differences of this kind are right was not tested`
  // Half a tenth is not rounded up.
  const tenths = Math.ceil((10 * result.right) / result.of - 0.5)
  const share = tenths === 10 ? 'nearly all' : `about ${inWords(tenths)} in 10`
  return `In tests on ${result.set}, ${share} differences of this kind were right`
}

export const sureClasses = ['strong', 'fair', 'weak'] as const
type SureClass = (typeof sureClasses)[number]

export function sureClass(confidence: number): SureClass {
  if (confidence >= 0.8) return 'strong'
  return confidence >= 0.6 ? 'fair' : 'weak'
}

/** The program's own estimate, uncalibrated. */
export const sureWords: Readonly<Record<SureClass, string>> = {
  strong: 'high',
  fair: 'medium',
  weak: 'low',
}

export function certaintyNote(confidence: number): string {
  return `certainty: ${sureWords[sureClass(confidence)]}`
}

/* A second reader's notes. */

const kinds = { model: 'a language model', person: 'a person', program: 'a program' } as const

const taken: Readonly<Record<NoteOutcome, string>> = {
  printed: 'printed as proposed',
  mended: 'mended: words printed with their sentence, a speaker added, an answer changed',
  'told-differently': 'printed as told differently, for a contradiction was not borne out',
  'cannot-tell': 'printed, one side marked “cannot tell”',
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
  return `Differences found by a second reader are not among these. Of those that stood, ${right} of ${of} were right as proposed (${set}); another reader than that may do worse: ${readerName(report)} was not measured here.`
}
