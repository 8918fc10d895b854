/** The files of an audit: the sheet that people fill in, the texts to look in, and the key that is kept from them. */
import type { Column } from '../../model/alignment.js'
import { AuditKey, Stratum } from '../../model/audit.js'
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { inSentence } from '../../print/passage.js'
import { labelArticles, type Labels } from '../../print/labels.js'
import { writeJson } from '../../report/json.js'
import { writeCsv } from '../tables/table.js'
import { sha256 } from '../../text/hash.js'
import { maskOf, maskOfSentences, type Mask } from '../masking.js'
import { strataOf, type Sample } from '../strata.js'

const sheetColumns = ['item', 'question', 'statement', 'passages', 'texts', 'answer', 'note'] as const
export const answers = ['yes', 'no', 'cannot-tell'] as const
export type Answer = (typeof answers)[number]

const sheetName = 'audit-sheet.csv'
const keyName = 'audit-key.json'
const textsName = 'audit-texts.txt'

export type NamedReport = { readonly file: string; readonly report: Report }

/** The key has no items where there is nothing to judge; the number is how many a sample must have at least. */
export function auditOf(
  named: readonly NamedReport[],
  size: number,
  seed: string,
): Sample<AuditKey> | number {
  const sources = named.map(({ report }, number): Source => {
    return {
      report,
      number,
      labels: labelArticles(report),
      mask: maskOf(report),
      maskSentence: maskOfSentences(report),
    }
  })
  const strata = strataOf<AuditItem>(size, (...of) => sha256([seed, ...of].join('\0')))
  for (const item of sources.flatMap(itemsOf))
    strata.add(item.stratum, item.outlet, [String(item.report), ...item.target], item)
  const drawn = strata.draw()
  if (typeof drawn === 'number') return drawn
  const [first] = named
  const key: AuditKey = {
    schema: 'synoptic/audit-key@1',
    generator: first ? `${first.report.generator.name} ${first.report.generator.version}` : 'synoptic',
    seed,
    reports: named.map(({ file }) => file),
    strata: drawn.strata.map(({ name, ...one }) => ({ ...one, stratum: Stratum.parse(name) })),
    items: drawn.items.map(({ item, outlet, thing: { stratum, report, target } }) => ({
      ...{ item, stratum, outlet, report, target },
    })),
  }
  const rows = drawn.items.map(({ item, thing }) => [
    ...[item, thing.question, thing.statement, thing.passages.join('\n'), thing.texts.join(', '), '', ''],
  ])
  return {
    key,
    files: [
      { name: sheetName, content: writeCsv(sheetColumns, rows) },
      { name: textsName, content: texts(sources) },
      { name: keyName, content: `${writeJson(AuditKey, key)}\n` },
    ],
    lines: key.strata.map(
      ({ stratum, outlet, size: all, sampled }) =>
        `${stratum}${outlet === null ? '' : `, ${outlet}`}: ${sampled} of ${all}`,
    ),
  }
}

const instructions = `How to fill in ${sheetName}

Read the statement and the passages; look into the texts named in the row, which follow here. Write into the column
"answer" one of: ${answers.join(', ')}. Cannot-tell is an honest answer: use it where the texts do not decide.
Judge the statement about the texts, not what happened. Names of outlets and reporters have been taken out.
Do not look at ${keyName} before you are done.
`

function texts(sources: readonly Source[]): string {
  return [
    instructions,
    ...sources.flatMap(textsOf).map(({ name, text }) => `===== Text ${name} =====\n\n${text}\n`),
  ].join('\n')
}

type AuditItem = {
  readonly stratum: Stratum
  readonly outlet: string | null
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
  readonly maskSentence: Mask
}

function itemsOf(source: Source): readonly AuditItem[] {
  const { findings, claims, quotes } = source.report
  return [
    ...findings.map((finding) => findingItem(finding, source)),
    ...claims.flatMap((column) => cellItems('claim', column, source)),
    ...quotes.flatMap((column) => cellItems('quote', column, source)),
  ]
}

function textsOf({ number, labels, mask }: Source) {
  return labels.all.map(({ article, letter }) => ({
    name: textName(number, letter),
    text: article.text === '' ? '(could not be read)' : mask(article.text),
  }))
}

const textName = (report: number, letter: string): string => `${report + 1}-${letter}`

function findingItem(finding: Finding, { number, labels, mask, maskSentence }: Source): AuditItem {
  const letters = [...finding.evidence.map(({ article }) => article), ...finding.articles].flatMap(
    (id) => labels.of(id)?.letter ?? [],
  )
  return {
    stratum: `finding ${finding.kind}`,
    outlet: null,
    report: number,
    target: [finding.id],
    question: 'Is the statement right about these texts?',
    statement: maskSentence(finding.sentence),
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
    const nearest = cell.state === 'absent' && cell.nearest !== null ? [cell.nearest] : []
    const closest = cell.state === 'present' ? cell.mentions.flatMap(({ spans }) => spans) : nearest
    return [
      {
        stratum: `${kind} cell ${cell.state}`,
        outlet: article.outlet.name,
        report: number,
        target: [column.id, article.id],
        question: questions[kind],
        statement: mask(told),
        passages: [
          closest.length === 0 ? '(no passage came close)' : `Closest: ${mask(inSentence(article, closest))}`,
        ],
        texts: [textName(number, letter)],
      },
    ]
  })
}

const questions = {
  claim: 'Does the text named here tell this, in whatever words, or deny it?',
  quote: 'Does the text named here report this utterance, in whatever words or length?',
} as const

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
