/**
 * Front: what happened, what all tell, what stands first, and every finding as a question and its answers.
 *
 * In:    an event as aligned and compared, its findings in the order in which compare ranked them.
 * Out:   what every view prints of it: the same findings and columns with their words, and what opens the report.
 * Never: finds or ranks anything; it is the only one to decide what is said of a finding, and it prints nothing.
 */
import { newsDayOf } from '../english/weekdays.js'
import { displayNames } from '../likeness/view.js'
import type { Finding, FindingKind, Found } from '../model/comparison.js'
import { mostInFront, type Report } from '../model/report.js'
import { reportsIn, strangersIn } from '../text/compared.js'
import { timeOfText } from '../text/publication.js'
import { agreement } from './agreement.js'
import { answersOf, isOfSpeaker, type Answers } from './answers.js'
import { shownColumn, rowsOf } from './cells.js'
import type { Event } from './event.js'
import { happened } from './happened.js'
import { questionOf } from './question.js'
import { sentenceOf } from './sentence.js'

export type Front = Required<
  Pick<
    Report,
    'findings' | 'claims' | 'quotes' | 'front' | 'agreement' | 'telling' | 'happened' | 'rows' | 'newsDays'
  >
>

/** Of one sort in front, where a second reader found more. */
const mostOfSort = 4

export function front(event: Event): Front {
  const names = displayNames(reportsIn(event))
  const nameOf = (id: string): string => names.get(id) ?? 'the reference'
  const claims = event.claims.map((column) => shownColumn(event, column))
  const strangers = strangersIn(event)
  const held = { ...event, articles: event.articles.filter(({ id }) => !strangers.has(id)) }
  // Lines say of a report what the table of claims shows.
  const told = { ...held, claims }
  const findings = event.findings.map((finding) => worded(told, finding, nameOf))
  const leading = inFront(findings, event.findings.some(isNoted))
  return {
    findings,
    front: leading.map(({ id }) => id),
    ...agreement(held),
    happened: happened(held, leading),
    newsDays: newsDaysOf(reportsIn(event)),
    claims,
    quotes: event.quotes.map((column) => shownColumn(event, column)),
    rows: rowsOf(event, claims),
  }
}

/** Compare ranked its own; what a second reader found goes before them, but not in the place of the headlines. */
function inFront(findings: readonly Finding[], areNoted: boolean): readonly Finding[] {
  const worthy = findings.filter(({ severity }) => severity !== 'note')
  if (!areNoted) return worthy.slice(0, mostInFront)
  const headlines = worthy.filter(({ kind }) => sortOf(kind) === 'headline').slice(0, 1)
  const sorts = new Map<string, number>()
  const few = worthy.filter((finding) => {
    const sort = sortOf(finding.kind)
    const before = sorts.get(sort) ?? 0
    sorts.set(sort, before + 1)
    return before < mostOfSort && !headlines.includes(finding)
  })
  const rest = worthy.filter((finding) => !few.includes(finding) && !headlines.includes(finding))
  const chosen = [...headlines, ...few, ...rest].slice(0, mostInFront)
  return worthy.filter((finding) => chosen.includes(finding))
}

const isNoted = (found: Found | Finding): found is Finding => 'notes' in found

/** `quote`, `omitted`, `headline`: what a reader takes for one sort. */
function sortOf(kind: FindingKind): string {
  return kind === 'only-here' ? 'omitted' : (/^(?:quote|omitted|headline)/u.exec(kind)?.[0] ?? kind)
}

/** A note's finding comes with its question and answers; beside such, the program's own say whose they are. */
function worded(event: Event, found: Found | Finding, nameOf: (id: string) => string): Finding {
  if (isNoted(found)) return { ...found, sentence: sentenceOf(found, nameOf) }
  const { question, about, who } = questionOf(event, found)
  const by = event.findings.some(isNoted) ? ({ by: 'program' } as const) : {}
  const given = answersOf(event, found, about)
  // What no statement says has no answer.
  const answers = isTold(found) && about === '' ? { ...given, answers: [] } : given
  // Where no words can be shown that a reader understands alone, it is no line for the front.
  const isBlind = answers.answers.length === 0 || (isOfSpeaker(found) && about === '')
  const { severity } = isBlind ? ({ severity: 'note' } as const) : found
  const finding = {
    ...found,
    severity,
    sentence: '',
    question,
    about,
    ...(who && { who: toldOnce(who, answers) }),
    ...answers,
    ...by,
  }
  return { ...finding, sentence: sentenceOf(finding, nameOf) }
}

/** Who says it, without the role where the words shown tell it. */
function toldOnce(who: string, { answers }: Answers): string {
  const [, name = who, role = ''] = /^([^(]*) \((.*)\)$/u.exec(who) ?? []
  return answers.some(({ text }) => role !== '' && text.includes(role)) ? name : who
}

const isTold = ({ kind }: Found): boolean => kind === 'omitted-claim' || kind === 'only-here'

function newsDaysOf(articles: Event['articles']): Readonly<Record<string, string>> {
  return Object.fromEntries(
    articles.flatMap((article) => {
      const day = timeOfText(article) === null ? newsDayOf(article) : null
      return day === null ? [] : [[article.id, day.charAt(0).toUpperCase() + day.slice(1)]]
    }),
  )
}
