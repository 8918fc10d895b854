/**
 * What an audit may draw from: every finding, and every cell that says whether a text tells what another tells.
 *
 * In:    reports with their articles' texts.
 * Out:   items by stratum, each with a statement and passages from which the outlets' names are taken out.
 * Never: a confidence, a kind, the state that the program gave a cell, or a dismissed-in-review mark.
 */
import type { Column } from '../../model/alignment.js'
import type { Stratum } from '../../model/audit.js'
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { labelArticles, type Labels } from '../../print/labels.js'
import { inSentence } from '../../print/in-sentence.js'
import { maskOf, type Mask } from '../masking/mask.js'

export type AuditItem = {
  readonly stratum: Stratum
  readonly report: number
  readonly target: readonly string[]
  readonly question: string
  readonly statement: string
  readonly passages: readonly string[]
  /** Names of the texts to look in, `1-A`. */
  readonly texts: readonly string[]
}

type Source = {
  readonly report: Report
  readonly number: number
  readonly labels: Labels
  readonly mask: Mask
}

export function auditItems(reports: readonly Report[]): readonly AuditItem[] {
  return reports.flatMap((report, number) => {
    const source = { report, number, labels: labelArticles(report), mask: maskOf(report) }
    return [
      ...report.findings.map((finding) => findingItem(finding, source)),
      ...report.claims.flatMap((column) => cellItems('claim', column, source)),
      ...report.quotes.flatMap((column) => cellItems('quote', column, source)),
    ]
  })
}

/** The masked texts that the sheet refers to, by name. */
export function auditTexts(
  reports: readonly Report[],
): readonly { readonly name: string; readonly text: string }[] {
  return reports.flatMap((report, number) => {
    const mask = maskOf(report)
    return labelArticles(report).all.map(({ article, letter }) => ({
      name: textName(number, letter),
      text: article.text === '' ? '(could not be read)' : mask(article.text),
    }))
  })
}

const textName = (report: number, letter: string): string => `${report + 1}-${letter}`

function findingItem(finding: Finding, { number, labels, mask }: Source): AuditItem {
  const letters = [...finding.evidence.map(({ article }) => article), ...finding.articles].flatMap(
    (id) => labels.of(id)?.letter ?? [],
  )
  return {
    stratum: `finding ${finding.kind}`,
    report: number,
    target: [finding.id],
    question: 'Is the statement right about these texts?',
    statement: mask(finding.sentence),
    passages: finding.evidence.flatMap((evidence) => {
      const label = labels.of(evidence.article)
      return label === undefined
        ? []
        : [`Report ${label.letter}: ${mask(inSentence(label.article, [evidence]))}`]
    }),
    texts: [...new Set(letters)].sort().map((letter) => textName(number, letter)),
  }
}

/** Cells that say present or absent, where another text tells it, so that there is something to ask for. */
function cellItems(kind: 'claim' | 'quote', column: Column, source: Source): readonly AuditItem[] {
  const { report, number, labels, mask } = source
  return report.articles.flatMap((article): AuditItem[] => {
    const cell = column.cells[article.id]
    const told = toldElsewhere(column, article.id, report)
    const letter = labels.of(article.id)?.letter
    if (cell === undefined || cell.state === 'unknown' || told === null || letter === undefined) return []
    const closest =
      cell.state === 'present'
        ? cell.mentions.flatMap(({ spans }) => spans)
        : cell.nearest === null
          ? []
          : [cell.nearest]
    return [
      {
        stratum: `${kind} cell ${cell.state}`,
        report: number,
        target: [column.id, article.id],
        question:
          kind === 'claim'
            ? 'Does the text named here tell this, in whatever words, or deny it?'
            : 'Does the text named here report this utterance, in whatever words or length?',
        statement: mask(told),
        passages:
          closest.length === 0
            ? ['(no passage came close)']
            : [`Closest: ${mask(inSentence(article, closest))}`],
        texts: [textName(number, letter)],
      },
    ]
  })
}

/** The fullest wording in another article. */
function toldElsewhere({ fullest, cells }: Column, asked: string, report: Report): string | null {
  const articleOf = (id: string): InspectedArticle | undefined => report.articles.find((one) => one.id === id)
  const first = fullest.article === asked ? undefined : articleOf(fullest.article)
  if (first !== undefined) return inSentence(first, fullest.spans)
  for (const article of report.articles) {
    const cell = cells[article.id]
    const spans = cell?.state === 'present' ? cell.mentions[0]?.spans : undefined
    if (article.id !== asked && spans !== undefined) return inSentence(article, spans)
  }
  return null
}
