/** A finding in a sentence or a few of at most `mostWords` words, for tables, lists and programs. Never: a word of its own that judges. */
import { blank, type Answer, type Finding, type FindingKind, type Otherwise } from '../model/comparison.js'
import { inQuotes } from '../text/in-quotes.js'

const mostWords = 40
/** Words of an answer that is cut, at least; those before the first that differs; reports called by name. */
const [fewestWords, wordsBefore, mostNames] = [4, 3, 3]

const elsewhere: Readonly<Record<Otherwise, string>> = {
  cites: 'Most of these words in',
  'cites-otherwise': 'Quoted with other words in',
  names: 'Named in',
  'similar-words': 'Similar words without the name in',
  'other-words': 'In other words in',
  'not-these-words': 'Not in these words in',
  'no-value': 'Told without saying which in',
  part: 'In part or in other words in',
  'no-headline': 'No headline in',
}

const silentWords: Readonly<Partial<Record<FindingKind, string>>> = {
  'omitted-quote': 'Does not name',
  'omitted-theme': 'Does not mention it',
}

export function sentenceOf(finding: Finding, nameOf: (article: string) => string): string {
  const {
    kind,
    detail,
    question = '',
    about = '',
    answers = [],
    otherwise = [],
    silent = [],
    unknown = [],
    written = [],
    notes,
  } = finding
  const named = (ids: readonly string[]): string => namesOf(ids.map(nameOf))
  const open = unknown.filter((id) => !written.some(({ article }) => article === id))
  const rest = [
    ...otherwise.map(({ how, articles }) => `${elsewhere[how]} ${named(articles)}.`),
    ...(silent.length === 0 ? [] : [`${silentWords[kind] ?? 'Does not say'}: ${named(silent)}.`]),
    ...written.flatMap(({ when, article }) =>
      when === 'before' ? [`Written before this was known: ${named([article])}.`] : [],
    ),
    ...(open.length === 0
      ? []
      : [notes === undefined ? `Cannot tell: ${named(open)}.` : `Not checked: ${named(open)}.`]),
  ]
  // What is told stands as its own answer.
  const asked = answers.some(({ text }) => text === about) ? '' : about.replaceAll(blank, '…')
  const room = mostWords - wordsIn([question, asked, ...rest].join(' '))
  const each = Math.max(fewestWords, Math.floor(room / Math.max(1, answers.length)) - 1)
  const credits = detail.type === 'polarity' && new Set(answers.map(({ by }) => by)).size > 1
  const given = answers.map((answer) => {
    const credit = credits && answer.by !== null ? `, attributed to ${answer.by}` : ''
    return `${inQuotes(cut(answer, each))}${credit} (${named(answer.articles)})`
  })
  const told = [question, asked === '' ? '' : `${inQuotes(asked)}:`, given.join('; ')]
  return [`${told.filter((part) => part !== '').join(' ')}${given.length === 0 ? '' : '.'}`, ...rest].join(
    ' ',
  )
}

function wordsIn(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length
}

/** So many words of an answer, with the first that differs among them. */
function cut({ text, differs = [] }: Answer, most: number): string {
  const words = text.split(' ')
  if (words.length <= most) return text
  const first = differs[0] === undefined ? 0 : wordsIn(text.slice(0, differs[0].start)) - wordsBefore
  const from = Math.max(0, Math.min(first, words.length - most))
  const shown = words.slice(from, from + most).join(' ')
  return `${from > 0 ? '… ' : ''}${shown}${from + most < words.length ? ' …' : ''}`
}

/** "A", "A and B", "A, B and 4 more". */
function namesOf(names: readonly string[]): string {
  const shown = names.length > mostNames ? names.slice(0, mostNames - 1) : names
  const left = names.length - shown.length
  const list = left === 0 ? shown : [...shown, `${left} more`]
  return list.length < 2 ? (list[0] ?? '') : `${list.slice(0, -1).join(', ')} and ${list.at(-1) ?? ''}`
}
