/**
 * An Explanation in words, for the terminal.
 *
 * In: an Explanation, the Report it is of, the width. Out: text with line feeds. Never: prints a bare identifier where a
 * report has a name.
 */
import type { Explanation } from '../../model/why.js'
import type { Report } from '../../model/report.js'
import { labelArticles } from '../../print/labels.js'
import { shorten, unquoted } from '../../print/safe-text.js'
import { sureness } from '../../print/sureness.js'
import { kindName, reasonText } from '../../print/words.js'
import { printer } from '../../print/wrap.js'

export function renderWhy(why: Explanation, report: Report, width: number): string {
  const labels = labelArticles(report)
  const name = (id: string): string => labels.names([id])
  const print = printer(width)
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', print(title), ...lines.map((line) => print(line, '    ', '  - '))]
  const { finding } = why
  return `${[
    print(`${kindName(finding.kind)} (${finding.id})`),
    print(finding.sentence, '  '),
    ...section('What the rule asks', why.rule),
    ...section(
      'What it rests on',
      why.evidence.map(
        ({ article, role, text }) =>
          `${name(article)}, ${roleWords(role)}: “${shorten(unquoted(text), 240)}”`,
      ),
    ),
    ...section(
      'Words in common',
      why.words.map(({ word, articles }) => `${word} (${labels.letters(articles)})`).reduce(joinLine, []),
    ),
    ...section(
      'Words of one report alone',
      why.apart.map(({ word, articles }) => `${word} (${labels.letters(articles)})`).reduce(joinLine, []),
    ),
    ...section(
      'Names',
      why.entities
        .map((entity) => `${entity.name} (${labels.letters(entity.articles)})`)
        .reduce(joinLine, []),
    ),
    ...section(
      'Values',
      why.values.map(
        ({ article, text, value, unit, qualifier }) =>
          `${name(article)}: “${text}” is read as ${[qualifier, value, unit].filter((part) => part !== null).join(' ')}`,
      ),
    ),
    ...section(
      `The row it stands in${why.links.length === 0 ? '' : `: ${rowLabel(report, finding.column)}`}`,
      why.links.map((link) => `${name(link.article)}: ${linkWords(link)}`),
    ),
    ...section(
      'Near misses: what came closest elsewhere',
      why.nearMisses.map(
        ({ article, text, common, missing }) =>
          `${name(article)}: “${shorten(unquoted(text), 200)}” has ${common.length === 0 ? 'none of the words' : common.join(', ')}${missing.length === 0 ? '' : `; has not: ${missing.join(', ')}`}`,
      ),
    ),
    ...section('How sure', sureLines(why)),
  ].join('\n')}\n`
}

/** Short items stand in one line. */
function joinLine(lines: readonly string[], item: string): readonly string[] {
  const last = lines.at(-1)
  return last === undefined ? [item] : [...lines.slice(0, -1), `${last}, ${item}`]
}

function roleWords(role: string): string {
  switch (role) {
    case 'asserts':
      return 'says so'
    case 'denies':
      return 'says otherwise'
    case 'fuller':
      return 'the fuller or credited version'
    case 'cut':
      return 'the shorter version'
    case 'nearest':
      return 'came closest and was rejected'
    default:
      return role
  }
}

function rowLabel(report: Report, id: string | null): string {
  const column = [...report.claims, ...report.quotes].find((item) => item.id === id)
  return column ? shorten(column.label, 80) : 'not in this report'
}

function linkWords({
  state,
  confidence,
  form,
  stance,
  certainty,
  reason,
}: Explanation['links'][number]): string {
  switch (state) {
    case 'present':
      return `told (${[form, stance, certainty].filter((part) => part !== null).join(', ')}), linked at ${(confidence ?? 0).toFixed(2)}`
    case 'absent':
      return `no passage found, sure at ${(confidence ?? 0).toFixed(2)}`
    case 'unknown':
      return `cannot tell: ${reason === null ? 'no reason given' : reasonText(reason)}`
  }
}

/** Findings less sure than this are not shown at all (rank.ts). */
const gate = 0.3

function sureLines({ finding }: Explanation): readonly string[] {
  const { confidence, severity } = finding
  return [
    `${sureness(finding)}; ${confidence.toFixed(2)}, and ${gate} is the least to be shown`,
    severity === 'note' ? 'a smaller difference: not in front' : `in front, as ${severity}`,
  ]
}
