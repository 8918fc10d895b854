/**
 * The files of an audit: the sheet that people fill in, the texts to look in, and the key that is kept from them. A sheet
 * holds a sample of every finding, and of every cell that says whether a text tells what another tells, outlet by outlet.
 */
import type { Column } from '../../model/alignment.js'
import { AuditKey, type Stratum } from '../../model/audit.js'
import type { Finding } from '../../model/comparison.js'
import type { InspectedArticle, Report } from '../../model/report.js'
import { inSentence } from '../../print/passage.js'
import { labelArticles, type Labels } from '../../print/labels.js'
import { writeJson } from '../../report/json.js'
import { writeCsv } from '../tables/table.js'
import { grouped } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { itemAt } from '../../text/item-at.js'
import { byKeys } from '../../text/order.js'
import type { ReportFile } from '../make.js'
import { maskOf, type Mask } from '../masking.js'

const sheetColumns = ['item', 'question', 'statement', 'passages', 'texts', 'answer', 'note'] as const
export const answers = ['yes', 'no', 'cannot-tell'] as const
export type Answer = (typeof answers)[number]

const sheetName = 'audit-sheet.csv'
const keyName = 'audit-key.json'
const textsName = 'audit-texts.txt'

export type NamedReport = { readonly file: string; readonly report: Report }

/** What there is to draw from: of fewer items than strata a sample would leave one out. */
export function auditOf(named: readonly NamedReport[]) {
  const sources = named.map(({ report }, number) => sourceOf(report, number))
  const items = sources.flatMap(itemsOf)
  const files = (drawn: Draw, seed: string): readonly ReportFile[] => [
    { name: sheetName, content: sheet(drawn) },
    { name: textsName, content: texts(sources) },
    { name: keyName, content: writeJson(AuditKey, keyOf(drawn, named, seed)) + '\n' },
  ]
  return {
    strata: new Set(items.map(({ stratum }) => stratum)).size,
    sample: (size: number, seed: string) => {
      const drawn = draw(items, size, seed)
      return { files: files(drawn, seed), strata: drawn.strata }
    },
  }
}

function sheet({ items }: Draw): string {
  return writeCsv(
    sheetColumns,
    items.map(({ item, question, statement, passages, texts }) => [
      item,
      question,
      statement,
      passages.join('\n'),
      texts.join(', '),
      '',
      '',
    ]),
  )
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

function keyOf({ items, strata }: Draw, named: readonly NamedReport[], seed: string): AuditKey {
  const [first] = named
  return {
    schema: 'synoptic/audit-key@1',
    generator:
      first === undefined ? 'synoptic' : `${first.report.generator.name} ${first.report.generator.version}`,
    seed,
    reports: named.map(({ file }) => file),
    strata,
    items: items.map(({ item, stratum, outlet, report, target }) => ({
      item,
      stratum,
      outlet,
      report,
      target,
    })),
  }
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
}

function sourceOf(report: Report, number: number): Source {
  return { report, number, labels: labelArticles(report), mask: maskOf(report) }
}

function itemsOf(source: Source): readonly AuditItem[] {
  const { findings, claims, quotes } = source.report
  return [
    ...findings.map((finding) => findingItem(finding, source)),
    ...claims.flatMap((column) => cellItems('claim', column, source)),
    ...quotes.flatMap((column) => cellItems('quote', column, source)),
  ]
}

/** The masked texts that the sheet refers to, by name. */
function textsOf({ number, labels, mask }: Source) {
  return labels.all.map(({ article, letter }) => ({
    name: textName(number, letter),
    text: article.text === '' ? '(could not be read)' : mask(article.text),
  }))
}

const textName = (report: number, letter: string): string => `${report + 1}-${letter}`

function findingItem(finding: Finding, { number, labels, mask }: Source): AuditItem {
  const letters = [...finding.evidence.map(({ article }) => article), ...finding.articles].flatMap(
    (id) => labels.of(id)?.letter ?? [],
  )
  return {
    stratum: `finding ${finding.kind}`,
    outlet: null,
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
        outlet: article.outlet.name,
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

type Drawn = AuditItem & { readonly item: string }

type Draw = {
  readonly items: readonly Drawn[]
  readonly strata: AuditKey['strata']
}

function draw(all: readonly AuditItem[], size: number, seed: string): Draw {
  const byOutlet = strataOf(all)
  const strata = byOutlet.length > size ? strataOf(all.map((item) => ({ ...item, outlet: null }))) : byOutlet
  const shares = equalShares(
    strata.map(({ length }) => length),
    size,
  )
  const rank = (purpose: string, { report, target }: AuditItem): string =>
    sha256([seed, purpose, String(report), ...target].join('\u0000'))
  const drawn = strata.flatMap((items, index) =>
    [...items].sort(byKeys((item) => rank('draw', item))).slice(0, shares[index]),
  )
  return {
    items: drawn
      .sort(byKeys((item) => rank('order', item)))
      .map((item) => ({ ...item, item: `i-${rank('name', item).slice(0, 8)}` })),
    strata: strata.map((items, index) => {
      const { stratum, outlet } = itemAt(items, 0)
      return { stratum, outlet, size: items.length, sampled: itemAt(shares, index) }
    }),
  }
}

/** Cells by the outlet that is asked too: an error that falls on one alone would look like a difference between them. */
function strataOf(items: readonly AuditItem[]): readonly (readonly AuditItem[])[] {
  return [...grouped(items, ({ stratum, outlet }) => [`${stratum}\u0000${outlet ?? ''}`])]
    .sort(byKeys(([name]) => name))
    .map(([, same]) => same)
}

/** As equal as the strata's sizes allow; what is left over goes to the first ones. Sums to `total` or to all items. */
export function equalShares(sizes: readonly number[], total: number): readonly number[] {
  const shares = sizes.map(() => 0)
  let left = Math.min(
    total,
    sizes.reduce((sum, size) => sum + size, 0),
  )
  while (left > 0) {
    const open = sizes.flatMap((size, index) => (itemAt(shares, index) < size ? [index] : []))
    const each = Math.max(1, Math.floor(left / open.length))
    for (const index of open) {
      const given = Math.min(each, itemAt(sizes, index) - itemAt(shares, index), left)
      shares[index] = itemAt(shares, index) + given
      left -= given
    }
  }
  return shares
}
