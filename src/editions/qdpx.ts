/**
 * project.qdpx: a REFI-QDA project (version 1.5) for MAXQDA, NVivo, ATLAS.ti, QualCoder and others: articles as plain
 * texts, kinds of finding as codes, every passage of evidence as a coded selection, in code points, as the standard counts.
 * https://www.qdasoftware.org/wp-content/uploads/2019/09/REFI-QDA-1-5.pdf
 */
import type { Evidence, Finding, FindingKind } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { kindWords, roleWords } from '../print/words.js'
import { labelArticles } from '../print/labels.js'
import { codePointOffsets, guid } from './exchange.js'
import { declaration, element, type Xml, zip } from '../print/xml.js'

export function qdpx(report: Report): Uint8Array {
  return zip([
    { name: 'project.qde', content: projectXml(report) },
    ...readable(report).map((article) => ({
      name: `sources/${sourceGuid(article)}.txt`,
      content: plainText(article.text),
    })),
  ])
}

const readable = (report: Report): readonly InspectedArticle[] =>
  report.articles.filter((article) => article.text !== '')

/** Line ends become LF, so that no program counts a line end as two characters. */
function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

const userGuid = guid('user', 'synoptic')
const sourceGuid = (article: InspectedArticle): string => guid('source', article.id)
const codeGuid = (kind: string): string => guid('code', kind)

function projectXml(report: Report): string {
  const { generator } = report
  const project = element(
    'Project',
    {
      xmlns: 'urn:QDA-XML:project:1.0',
      name: report.event.title,
      origin: `${generator.name} ${generator.version}`,
      creatingUserGUID: userGuid,
    },
    element('Users', {}, element('User', { guid: userGuid, name: 'Synoptic' })),
    element('CodeBook', {}, element('Codes', {}, codes(report))),
    element(
      'Variables',
      {},
      variables.map(({ name }) => variable(name)),
    ),
    readable(report).length === 0 ? null : element('Sources', {}, sources(report)),
    element(
      'Description',
      {},
      `Findings of a comparison of ${report.articles.length} reports. Coded by the program: indicators to check, not verdicts.`,
    ),
  )
  return declaration + project.xml
}

/** Only the kinds that were found; their parent is no code to apply. */
function codes(report: Report): Xml {
  const kinds = [...new Set(report.findings.map((finding) => finding.kind))].sort()
  return element(
    'Code',
    { guid: codeGuid('findings'), name: 'Synoptic findings', isCodable: 'false', color: '#5F6B7A' },
    kinds.map((kind) => code(kind)),
  )
}

function code(kind: FindingKind): Xml {
  return element(
    'Code',
    { guid: codeGuid(kind), name: kind, isCodable: 'true', color: '#3B6EA5' },
    element('Description', {}, kindWords[kind]),
  )
}

const variables: readonly {
  readonly name: string
  readonly of: (article: InspectedArticle) => string | null
}[] = [
  { name: 'Outlet', of: (article) => article.outlet.name },
  { name: 'URL', of: (article) => article.url },
  { name: 'Published', of: (article) => article.publishedAt },
  { name: 'Source SHA-256', of: (article) => article.sha256 },
  { name: 'Completeness', of: (article) => article.completeness.state },
]

function variable(name: string): Xml {
  return element('Variable', { guid: guid('variable', name), name, typeOfVariable: 'Text' })
}

function sources(report: Report): readonly Xml[] {
  const labels = labelArticles(report)
  return readable(report).map((article) =>
    element(
      'TextSource',
      {
        guid: sourceGuid(article),
        name: labels.of(article.id)?.name ?? article.source,
        plainTextPath: `internal://${sourceGuid(article)}.txt`,
        creatingUser: userGuid,
      },
      selections(report.findings, article),
      variables.flatMap(({ name, of }) => {
        const value = of(article)
        return value === null || value === ''
          ? []
          : [
              element(
                'VariableValue',
                {},
                element('VariableRef', { targetGUID: guid('variable', name) }),
                element('TextValue', {}, value),
              ),
            ]
      }),
    ),
  )
}

function selections(findings: readonly Finding[], article: InspectedArticle): readonly Xml[] {
  const place = positions(article.text)
  return findings.flatMap((finding) =>
    finding.evidence.flatMap((evidence, index) =>
      evidence.article === article.id ? [selection(finding, evidence, index, place)] : [],
    ),
  )
}

/** Code points of the text as the archive holds it: a carriage return before a line feed is not there. */
function positions(text: string): (offset: number) => number {
  const offset = codePointOffsets(plainText(text))
  return (unit) => offset(plainText(text.slice(0, unit)).length)
}

function selection(
  finding: Finding,
  evidence: Evidence,
  index: number,
  place: (offset: number) => number,
): Xml {
  const id = guid('selection', finding.id, String(index))
  return element(
    'PlainTextSelection',
    {
      guid: id,
      name: `${finding.kind}: ${roleWords[evidence.role]}`,
      startPosition: place(evidence.start),
      endPosition: place(evidence.end),
      creatingUser: userGuid,
    },
    element(
      'Description',
      {},
      `${finding.sentence} (${finding.id}, passage ${index + 1} of ${finding.evidence.length})`,
    ),
    element(
      'Coding',
      { guid: guid('coding', finding.id, String(index)), creatingUser: userGuid },
      element('CodeRef', { targetGUID: codeGuid(finding.kind) }),
    ),
  )
}
