/**
 * report.docx: the hand-out. What happened, where the reports part, what all tell, the passages, what could not be read, the sources.
 *
 * In:    a Report. Out: a .docx (zip) that Word and LibreOffice open and people may edit.
 * Never: computes a finding of its own; a date of making; macros, links that load, or embedded files.
 */
import type { Finding } from '../../model/comparison.js'
import type { Report } from '../../model/report.js'
import { blocksOf, frontOf, noneInFront } from '../blocks.js'
import { evidenceGroups, tagsOf, type EvidenceGroup } from '../evidence.js'
import { extent } from '../extent.js'
import { tagOf } from '../finding-words.js'
import { labelArticles, type Labels } from '../labels.js'
import { limits } from '../limits.js'
import { partingOf, rowLine, shareOf, toldIn } from '../differences.js'
import { passageText } from '../passage.js'
import { completenessText } from '../provenance-words.js'
import { rulingText } from '../reviewed.js'
import { shorten } from '../safe-text.js'
import { sureness } from '../sureness.js'
import { readableTime } from '../times.js'
import { troublesOf } from '../troubles.js'
import { element, type Xml } from '../xml.js'
import { zip } from '../zip.js'
import { footerRelation, parts, relationNamespace, textWidth, wordNamespace } from './parts.js'
import { paragraph, table, type Run } from './wordprocessing.js'

const longestPassage = 600
/** A hand-out is read from paper; the rest is in the tables. */
const mostFindings = 30

export function docx(report: Report): Uint8Array {
  return zip(parts(documentXml(report), report.event.title))
}

function documentXml(report: Report): Xml {
  const labels = labelArticles(report)
  return element(
    'w:document',
    { 'xmlns:w': wordNamespace, 'xmlns:r': relationNamespace },
    element(
      'w:body',
      {},
      paragraph('Title', report.event.title),
      eventPart(report, labels),
      paragraph('Lead', `${extent(report)}.`),
      paragraph('Small', labels.all.map(({ name }) => name).join(' · ')),
      partingPart(report, labels),
      agreementPart(report),
      findingsPart(report, labels),
      unreadPart(report, labels),
      sourcesPart(labels),
      paragraph('Heading1', 'Limits'),
      limits(report).map((limit) => paragraph('ListBullet', limit)),
      paragraph(
        'Small',
        `Made by ${report.generator.name} ${report.generator.version}. Indicators to check, not verdicts.`,
      ),
      page,
    ),
  )
}

const page = element(
  'w:sectPr',
  {},
  element('w:footerReference', { 'w:type': 'default', 'r:id': footerRelation }),
  element('w:pgSz', { 'w:w': 11906, 'w:h': 16838 }),
  element('w:pgMar', {
    'w:top': 1134,
    'w:right': 1134,
    'w:bottom': 1134,
    'w:left': 1134,
    'w:header': 567,
    'w:footer': 567,
    'w:gutter': 0,
  }),
)

function eventPart(report: Report, labels: Labels): readonly Xml[] {
  const { happened: event = null } = report
  if (event === null) return []
  return [
    paragraph(
      'Normal',
      { text: event.words, strong: true },
      ` (in the words of ${labels.letters([event.article])})`,
    ),
  ]
}

function partingPart(report: Report, labels: Labels): readonly Xml[] {
  const { rows, all } = partingOf(report)
  if (rows.length === 0)
    return [paragraph('Heading1', 'Where they part'), paragraph('Lead', noneInFront(report.issues))]
  return [
    paragraph('Heading1', `Where they part (${shareOf(rows, all)})`),
    table(
      [1500, 3500, textWidth - 5000],
      ['Kind', 'Question', 'Answers'],
      rows.map((row) => {
        const { question, answers } = rowLine(row, labels)
        return [row.word, question, answers]
      }),
    ),
  ]
}

function agreementPart(report: Report): readonly Xml[] {
  const { title, sentence, lines } = toldIn(report)
  return [
    paragraph('Heading1', title),
    paragraph('Normal', sentence),
    ...lines.map(({ label }) => paragraph('ListBullet', shorten(label, 300))),
  ]
}

function findingsPart(report: Report, labels: Labels): readonly Xml[] {
  const { notes, dismissed } = blocksOf(report.findings, report.issues)
  const front = frontOf(report.findings)
  const shown = [
    ...(front.length === 0 ? [] : [paragraph('Heading1', `The passages (${front.length})`)]),
    ...front.slice(0, mostFindings).flatMap((finding) => findingPart(finding, labels)),
    ...(front.length > mostFindings
      ? [paragraph('Small', `${front.length - mostFindings} more in report.json and findings.csv.`)]
      : []),
  ]
  const smaller = `Smaller differences, in the report's tables: ${notes.length}.`
  return [
    ...shown,
    ...(notes.length === 0 ? [] : [paragraph('Small', smaller)]),
    ...(dismissed.length === 0 ? [] : [paragraph('Heading1', 'Dismissed in review')]),
    ...dismissed.map((finding) => paragraph('ListBullet', `${finding.sentence} `, ...rulings(finding))),
  ]
}

function rulings({ review = [] }: Finding): readonly Run[] {
  return review.map((ruling) => ({ text: `${rulingText(ruling)}. `, stressed: true }))
}

function findingPart(finding: Finding, labels: Labels): readonly Xml[] {
  const reason = finding.detail.reason === undefined ? '' : ` Reason: ${finding.detail.reason}.`
  return [
    paragraph('Heading2', tagOf(finding)),
    paragraph('Sentence', finding.sentence),
    paragraph('Small', `How sure: ${sureness(finding)}.${reason} `, ...rulings(finding)),
    table(
      [2400, textWidth - 2400],
      ['Report', 'As printed'],
      evidenceGroups(finding.evidence, labels).map((group) => passageRow(group, finding, labels)),
    ),
  ]
}

/** The words stand as printed, with the quotation marks they have and no others. */
function passageRow(group: EvidenceGroup, finding: Finding, labels: Labels): readonly string[] {
  const label = labels.of(group.article)
  const text = label === undefined ? '' : passageText(label.article, group.spans)
  return [
    `${label?.name ?? group.article} (${tagsOf(group, finding.evidence, labels).join('; ')})`,
    text === '' ? 'text not included' : shorten(text, longestPassage),
  ]
}

function unreadPart(report: Report, labels: Labels): readonly Xml[] {
  const issues = report.issues.filter((issue) => issue.severity !== 'info')
  if (issues.length === 0) return []
  return [
    paragraph('Heading1', 'What could not be read'),
    ...troublesOf(issues, labels).map(({ lead, label, words }) =>
      paragraph(
        'ListBullet',
        { text: `${lead}: `, strong: true },
        label === null ? words : `${label.name}. ${words}`,
      ),
    ),
  ]
}

function sourcesPart(labels: Labels): readonly Xml[] {
  const rows = labels.all.map(({ article, name }) => [
    name,
    article.url ?? article.source,
    article.publishedAt === null ? 'not given' : readableTime(article.publishedAt),
    completenessText(article),
  ])
  return [
    paragraph('Heading1', 'Where the texts come from'),
    table([2000, 3438, 2000, 2200], ['Report', 'Source', 'Published', 'Read'], rows),
  ]
}
