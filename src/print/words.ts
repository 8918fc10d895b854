/** What the codes of the contract are called in English, in every view. */
import type { CellStance, Certainty, Form, Sourcing } from '../model/alignment.js'
import type { CueStance, SourceClass, Voice } from '../model/annotation.js'
import type {
  ConflictType,
  Edit,
  EvidenceRole,
  FindingKind,
  Grade,
  PartyPosition,
} from '../model/comparison.js'
import type { z } from 'zod'

export const kindWords: Readonly<Record<FindingKind, string>> = {
  conflict: 'Reports differ',
  'speaker-differs': 'Credited to different speakers',
  'quote-shortened': 'Quotation shortened',
  'quote-altered': 'Quotation with other words',
  'quote-paraphrased': 'Quotation put in reported speech',
  'quote-complementary': 'Different parts of one quotation',
  'quote-context': 'Same words, another object or occasion',
  'omitted-claim': 'No passage found',
  'omitted-quote': 'Heard here, not named there',
  'omitted-theme': 'Never mentioned',
  'told-differently': 'Told differently',
  'only-here': 'In one text alone',
  'attribution-dropped': 'Credited in some reports, in own words in others',
  'certainty-differs': 'Told with different certainty',
  'attribution-verb': 'Different verbs of saying',
  naming: 'Different names for one thing',
  agency: 'Other verbs, or no doer, for one act',
  prominence: 'Different prominence',
  'headline-focus': 'Different headlines',
  'headline-body': 'Headline and body differ',
  'loaded-words': 'Charged words in own voice',
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
  differ: 'cannot all hold',
  'may-differ': 'may differ',
  compatible: 'compatible',
}

export const formWords: Readonly<Record<Form, string>> = {
  verbatim: 'word for word',
  shortened: 'shortened',
  altered: 'other words',
  paraphrased: 'paraphrased',
  weaker: 'weaker',
  'headline-only': 'headline alone',
  late: 'late in the text',
}

export const stanceWords: Readonly<Record<z.infer<typeof CellStance>, string>> = {
  asserts: 'says so',
  denies: 'says it is not so',
  'other-value': 'gives another value',
}

export const certaintyWords: Readonly<Record<Certainty, string>> = {
  plain: 'plain',
  hedged: 'hedged',
  allegation: 'as an allegation',
}

export const sourcingWords: Readonly<Record<Sourcing, string>> = {
  'direct-quote': 'identified source, quoted',
  named: 'identified source',
  unnamed: 'source unnamed',
  'other-outlet': 'after another outlet',
  none: 'no source',
}

export const voiceWords: Readonly<Record<Voice, string>> = {
  own: 'own words',
  attributed: 'credited',
  unclear: 'voice unclear',
}

export const roleWords: Readonly<Record<EvidenceRole, string>> = {
  asserts: 'says so',
  denies: 'says it is not so',
  value: 'value',
  fuller: 'fullest version here',
  cut: 'shorter or changed',
  label: 'name used',
  headline: 'headline',
  body: 'body',
  shared: 'shared words',
  nearest: 'closest passage, not the same',
  context: 'context',
}

export const editWords: Readonly<Record<Edit['type'], string>> = {
  'cut-start': 'start not printed',
  'cut-end': 'end not printed',
  'cut-middle': 'middle not printed',
  inserted: 'words added',
  replaced: 'words replaced',
  merged: 'two pieces joined',
  'to-indirect': 'turned into reported speech',
}

export const carriesWords: Readonly<Record<NonNullable<Edit['carries']>, string>> = {
  negation: 'a negation',
  condition: 'a condition',
  hedge: 'a hedge',
  object: 'the object of the statement',
  'opposing-clause': 'an opposing clause',
}

export const cueStanceWords: Readonly<Record<CueStance, string>> = {
  neutral: 'neutral',
  doubting: 'doubting',
  endorsing: 'endorsing',
  conceding: 'conceding',
  insisting: 'insisting',
  denying: 'denying',
  emotive: 'emotive',
}

export const sourceClassWords: Readonly<Record<SourceClass, string>> = {
  named: 'a person by name',
  role: 'a person by office alone',
  organisation: 'a body',
  document: 'a document',
  collective: 'many, not counted',
  anonymous: 'left unnamed',
  pronoun: 'by pronoun',
}

export const partyStanceWords: Readonly<Record<PartyPosition['stance'], string>> = {
  demands: 'demands',
  rejects: 'rejects',
  accepts: 'accepts',
  agrees: 'agrees',
  'leaves-open': 'leaves open',
}

const reasonWords: Readonly<Record<string, string>> = {
  truncated: 'the text breaks off',
  'too-dense': 'the text is too dense to be read in full',
  unreadable: 'the source could not be read',
  language: 'not in English',
  'too-early': 'may be too early: it came out well before the others tell this',
  'told-differently': 'may tell it in other words, or something else',
  unrelated: 'no passage of this report was found in any other',
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
