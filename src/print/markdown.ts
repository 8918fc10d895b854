/**
 * The report in Markdown (CommonMark with pipe tables): for mail, wikis and repositories.
 *
 * In:    a Report. Out: Markdown. Never: lets article text become markup (see escapeMarkdown), or prints whole articles.
 */
import type { Evidence, Finding } from '../model/comparison.js'
import type { Column } from '../model/alignment.js'
import type { Report } from '../model/report.js'
import { blocksOf, frontOf, noneInFront } from './blocks.js'
import { cellWords, valueWords } from './cell-words.js'
import { extent } from './extent.js'
import { tagOf } from './finding-words.js'
import { labelArticles, type Labels } from './labels.js'
import { limits } from './limits.js'
import { partingOf, rowLine, shareOf, toldIn } from './differences.js'
import { quotationRows, statementRows } from './table-rows.js'
import { passageText } from './passage.js'
import { rulingText } from './reviewed.js'
import { completenessText } from './provenance-words.js'
import { shorten, visibleLine } from './safe-text.js'
import { sureness } from './sureness.js'
import { titleOf } from './synopsis.js'
import { readableTime } from './times.js'
import { gradeWords, roleWords } from './words.js'

const mostRows = 80
const longest = 600
/** What the cells of both tables say. */
const tableLead =
  'What each report prints. “Perhaps”: a passage comes close, and may tell it or something else. “No passage found” is about the text as read.'

export function renderMarkdown(report: Report): string {
  const labels = labelArticles(report)
  const parts = [
    `# ${escapeMarkdown(report.event.title)}`,
    eventPart(report, labels),
    escapeMarkdown(extent(report)) + '.',
    labels.all.map(({ name }) => escapeMarkdown(name)).join(' · '),
    ...partingPart(report, labels),
    ...agreementPart(report),
    ...findingsPart(report, labels),
    unreadPart(report),
    '## Claim by claim',
    tableLead,
    columnTable(labels, statementRows(report)),
    '## Quotations',
    columnTable(labels, quotationRows(report)),
    '## Checkable details',
    factsPart(report, labels),
    '## Where the texts come from',
    sourcesPart(labels),
    '## Limits',
    limits(report)
      .map((limit) => `- ${escapeMarkdown(limit)}`)
      .join('\n'),
    `Made by ${report.generator.name} ${escapeMarkdown(report.generator.version)}.`,
  ]
  return parts.filter((part) => part !== '').join('\n\n') + '\n'
}

/**
 * Text on one line in which nothing is markup: what CommonMark, GitHub's tables, its mathematics and its autolinks give
 * a meaning gets a backslash or becomes an entity. At the start of the line, where lists and headings begin, more does.
 */
export function escapeMarkdown(text: string): string {
  return visibleLine(text)
    .replace(/[\\`*_{}[\]|~$]/g, (character) => `\\${character}`)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/@/g, '&#64;')
    .replace(/\b(https?|ftp|mailto|xmpp):/gi, '$1&#58;')
    .replace(/\bwww\./gi, (match) => match.replace('.', '&#46;'))
    .replace(/^[#+\-=]/, (character) => `\\${character}`)
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')
}

function eventPart(report: Report, labels: Labels): string {
  const { happened: event = null } = report
  return event === null
    ? ''
    : `**${escapeMarkdown(event.words)}** (in the words of ${labels.letters([event.article])})`
}

/** A line a difference, as the page and the terminal have them. */
function partingPart(report: Report, labels: Labels): readonly string[] {
  const { rows, all } = partingOf(report)
  if (rows.length === 0) return [`## Where they part`, noneInFront(report.issues)]
  const lines = rows.map((row) => {
    const { question, answers } = rowLine(row, labels)
    return `- *${escapeMarkdown(row.word)}* **${escapeMarkdown(question)}** ${escapeMarkdown(answers)}`
  })
  return [`## Where they part (${shareOf(rows, all)})`, lines.join('\n')]
}

function agreementPart(report: Report): readonly string[] {
  const { title, sentence, lines } = toldIn(report)
  const items = lines.map(({ label }) => `- ${escapeMarkdown(shorten(label, 200))}`)
  return [`## ${title}`, escapeMarkdown(sentence), ...(items.length === 0 ? [] : [items.join('\n')])]
}

function findingsPart(report: Report, labels: Labels): readonly string[] {
  const { notes, dismissed } = blocksOf(report.findings, report.issues)
  const front = frontOf(report.findings)
  const parts =
    front.length === 0 ? [] : ['## The passages', ...front.map((finding) => findingPart(finding, labels))]
  const smaller = notes.map((finding) => `- ${escapeMarkdown(finding.sentence)}`)
  return [
    ...parts,
    ...(smaller.length === 0 ? [] : ['## Smaller differences', smaller.join('\n')]),
    ...(dismissed.length === 0 ? [] : ['## Dismissed in review', dismissed.map(dismissedLine).join('\n')]),
    ...stalePart(report),
  ]
}

function dismissedLine(finding: Finding): string {
  return `- ~~${escapeMarkdown(finding.sentence)}~~ ${rulings(finding)}`
}

function rulings({ review = [] }: Finding): string {
  return review.map((ruling) => `*${escapeMarkdown(rulingText(ruling))}.*`).join(' ')
}

/** Rulings that found no place in this version, with why. */
function stalePart({ review }: Report): readonly string[] {
  if (review === undefined || review.stale.length === 0) return []
  const lines = review.stale.map(
    ({ ruling, reviewer, why }) =>
      `- ${escapeMarkdown(ruling.sentence)} *${escapeMarkdown(rulingText({ reviewer, ...ruling }))}.* ${escapeMarkdown(why)}`,
  )
  return ['## Rulings that no longer apply', lines.join('\n')]
}

function findingPart(finding: Finding, labels: Labels): string {
  const reason =
    finding.detail.reason === undefined ? '' : ` Reason: ${escapeMarkdown(finding.detail.reason)}.`
  return [
    `### ${escapeMarkdown(finding.sentence)}`,
    '',
    `*${escapeMarkdown(tagOf(finding))}.* How sure: ${escapeMarkdown(sureness(finding))}.${reason}`,
    '',
    ...(finding.review === undefined ? [] : [rulings(finding), '']),
    ...finding.evidence.map((evidence) => evidenceLine(evidence, labels)),
  ].join('\n')
}

function evidenceLine(evidence: Evidence, labels: Labels): string {
  const label = labels.of(evidence.article)
  const text = label ? passageText(label.article, [evidence]) : ''
  const place = `characters ${evidence.start} to ${evidence.end}`
  const words = text === '' ? 'text not included' : `“${escapeMarkdown(shorten(text, longest))}”`
  return `- **${escapeMarkdown(label?.name ?? evidence.article)}** (${roleWords[evidence.role]}, ${place}): ${words}`
}

function unreadPart(report: Report): string {
  const issues = report.issues.filter((issue) => issue.severity !== 'info')
  if (issues.length === 0) return ''
  return [
    '## What could not be read',
    '',
    ...issues.map((issue) => `- ${escapeMarkdown(issue.message)}`),
  ].join('\n')
}

function columnTable(labels: Labels, shared: readonly Column[]): string {
  if (shared.length === 0) return 'Nothing was found in two reports.'
  const rows = shared
    .slice(0, mostRows)
    .map((column) => [
      escapeMarkdown(shorten(titleOf(column), 160)),
      ...labels.all.map(({ article }) => escapeMarkdown(cellWords(article, column))),
    ])
  const left = shared.length - mostRows
  const rest = left > 0 ? `\n\n${left} more rows in cells.csv and report.json.` : ''
  return table(['What is told', ...labels.all.map(({ name }) => escapeMarkdown(name))], rows) + rest
}

function factsPart(report: Report, labels: Labels): string {
  if (report.facts.length === 0) return 'No checkable detail was found in two reports.'
  const rows = report.facts.slice(0, mostRows).map((fact) => [
    escapeMarkdown(fact.question),
    ...labels.all.map(({ article }) => {
      const texts = fact.values.flatMap((value) => valueWords(article, fact, value))
      return texts.length === 0 ? 'no value linked' : escapeMarkdown(texts.join(', '))
    }),
    gradeWords[fact.grade],
  ])
  return table(['Question', ...labels.all.map(({ name }) => escapeMarkdown(name)), 'Together'], rows)
}

function sourcesPart(labels: Labels): string {
  const rows = labels.all.map(({ article, name }) => [
    escapeMarkdown(name),
    escapeMarkdown(article.url ?? article.source),
    article.publishedAt === null ? 'not given' : escapeMarkdown(readableTime(article.publishedAt)),
    escapeMarkdown(completenessText(article)),
    article.sha256 ?? 'no bytes',
  ])
  return table(['Report', 'Source', 'Published', 'Read', 'SHA-256 of the bytes'], rows)
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n')
}
