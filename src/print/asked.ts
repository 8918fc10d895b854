/** What reports answer to a question asked of them, for people: one paragraph a report. */
import type { AskedAnswer, CheckedQuotation, FoundStatement } from '../model/asked.js'
import type { PlacedWords } from '../model/span.js'
import { shorten, visibleLine } from './safe-text.js'
import { carriesWords, count } from './words.js'
import { printer } from './wrap.js'

const forms: Readonly<Record<CheckedQuotation['form'], string>> = {
  verbatim: 'verbatim',
  cut: 'cut',
  altered: 'with other words',
  paraphrased: 'in the report’s own words',
  'credited-otherwise': 'attributed to somebody else',
  'not-found': 'not found',
  unreadable: 'cannot tell',
}

const states: Readonly<Record<FoundStatement['state'], string>> = {
  says: 'says it',
  'other-value': 'gives another figure or date',
  denies: 'denies it',
  absent: 'does not say it',
  unknown: 'cannot tell',
}

const reasons: Readonly<Record<string, string>> = {
  unreadable: 'the report could not be read',
  language: 'the report is not in English',
  truncated: 'only the beginning of the report could be read',
  'too-dense': 'the report holds too much to be searched',
  near: 'a passage comes near',
  number: 'another number',
  duration: 'another length of time',
  date: 'another day',
}

const longest = 300
const quoted = (words: string): string => `“${shorten(visibleLine(words), longest)}”`
const passages = (all: readonly PlacedWords[]): string => all.map(({ text }) => quoted(text)).join(' … ')
const because = (reason: string | null): string => (reason === null ? '' : `: ${reasons[reason] ?? reason}`)

/** What a report answers, then what it rests on, a line each. */
export function answerLines(one: AskedAnswer): readonly string[] {
  return 'form' in one ? ofQuotation(one) : ofStatement(one)
}

export function renderAnswers(all: readonly AskedAnswer[], width: number): string {
  const print = printer(width)
  const paragraphs = all.map((one) => {
    const [told = '', ...lines] = answerLines(one)
    return [`${one.outlet} (${one.source}): ${told}`, ...lines]
      .map((line, at) => print(line, at === 0 ? '' : '  '))
      .join('\n')
  })
  return `${paragraphs.join('\n\n')}\n`
}

function ofQuotation({
  form,
  wording,
  speaker,
  evidence,
  missing,
  edits,
  reason,
}: CheckedQuotation): readonly string[] {
  const others = form === 'credited-otherwise' && wording ? `, ${forms[wording]}` : ''
  const lost = edits.flatMap(({ carries, removed }) =>
    carries === null || removed === '' ? [] : [`${quoted(removed)} carries ${carriesWords[carries]}`],
  )
  const put = edits.flatMap(({ added }) => added ?? [])
  return [
    `${forms[form]}${others}${because(reason)}`,
    ...(evidence.length === 0 ? [] : [`${wording === null ? 'nearest' : 'it has'}: ${passages(evidence)}`]),
    ...(speaker === null || wording === null ? [] : [`said by: ${speaker}`]),
    ...(missing.length === 0 ? [] : [`missing: ${missing.map(quoted).join(', ')}`]),
    ...(wording === 'altered' && put.length > 0 ? [`put in: ${put.map(quoted).join(', ')}`] : []),
    ...lost,
  ]
}

function ofStatement({ state, credit, evidence, reason, second }: FoundStatement): readonly string[] {
  const label = state === 'says' || state === 'other-value' || state === 'denies' ? 'it has' : 'nearest'
  return [
    `${states[state]}${because(reason)}`,
    ...(evidence.length === 0 ? [] : [`${label}: ${passages(evidence)}`]),
    ...(credit === null ? [] : [`attributed to: ${credit}`]),
    ...(second === undefined ? [] : [judgedBy(second.reader.name, state, second.without)]),
  ]
}

function judgedBy(name: string, state: FoundStatement['state'], without: FoundStatement['state']): string {
  const reader = `a second reader (${visibleLine(name)})`
  if (state === without) return `judged by ${reader}, too`
  return `${state === 'says' ? 'found' : 'judged'} by ${reader}; without it: ${states[without]}`
}

/** What is printed above the answers to one of many questions. */
export function askedLine(words: string, saidBy: string | null, answers: number): string {
  const by = saidBy === null ? '' : ` (${visibleLine(saidBy)})`
  return `${quoted(words)}${by}, ${count(answers, 'report')}\n`
}
