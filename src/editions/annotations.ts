/** annotations.jsonld: findings as W3C Web Annotations, targets by words and by code points. https://www.w3.org/TR/annotation-model/ */
import type { Evidence, Finding } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { sha256 } from '../text/hash.js'
import { passage } from '../print/passage.js'
import { roleWords } from '../print/words.js'
import { guid, positionsOf } from './exchange.js'

/** Characters kept before and after the words, so that repeated words are told apart. */
const context = 32

export function annotationPage(report: Report): string {
  const sources = new Map(report.articles.map((article) => [article.id, sourceOf(article)]))
  const key = sha256(JSON.stringify(report.articles.map(({ id }) => id)))
  const page = {
    '@context': 'http://www.w3.org/ns/anno.jsonld',
    id: `urn:uuid:${guid('annotation-page', key)}`,
    type: 'AnnotationPage',
    startIndex: 0,
    items: report.findings.map((finding) => annotation(finding, report, sources)),
  }
  return JSON.stringify(page, null, 1) + '\n'
}

type Source = {
  readonly article: InspectedArticle
  readonly iri: string
  readonly state: object
  readonly position: ((offset: number) => number) | null
}

function sourceOf(article: InspectedArticle): Source {
  const hash = article.textSha256 ?? sha256(article.text)
  const text = `ni:///sha-256;${Buffer.from(hash, 'hex').toString('base64url')}`
  return {
    article,
    iri: article.url ?? text,
    state: {
      type: 'TimeState',
      ...(article.fetchedAt === null ? {} : { sourceDate: new Date(article.fetchedAt).toISOString() }),
      cached: text,
    },
    // Without the text, code units cannot be turned into code points.
    position: article.excerpts === undefined ? positionsOf(article.text, false).point : null,
  }
}

function annotation(finding: Finding, report: Report, sources: ReadonlyMap<string, Source>) {
  const { generator } = report
  return {
    id: `urn:uuid:${guid('annotation', finding.id)}`,
    type: 'Annotation',
    motivation: 'classifying',
    generator: { type: 'Software', name: generator.name, 'schema:softwareVersion': generator.version },
    body: [
      textual('classifying', finding.kind),
      textual('describing', finding.sentence, { language: 'en' }),
      textual('identifying', finding.id),
    ],
    target: finding.evidence.flatMap((evidence) => {
      const source = sources.get(evidence.article)
      return source === undefined ? [] : [target(evidence, source)]
    }),
  }
}

function textual(purpose: string, value: string, more: { readonly language?: string } = {}) {
  return { type: 'TextualBody', purpose, format: 'text/plain', ...more, value }
}

/** A passage whose words are withheld and whose position cannot be counted is named by its article alone. */
function target(evidence: Evidence, source: Source) {
  const selectors = [quoteSelector(evidence, source), positionSelector(evidence, source)].filter(
    (selector) => selector !== null,
  )
  return {
    type: 'SpecificResource',
    source: source.iri,
    state: source.state,
    ...(selectors.length === 0 ? {} : { selector: selectors }),
    'schema:description': `${source.article.outlet.name}: ${roleWords[evidence.role]}`,
  }
}

function quoteSelector(evidence: Evidence, { article }: Source) {
  const exact = passage(article, [evidence])
  if (exact.state !== 'text' || exact.text === '') return null
  const before = article.text.slice(Math.max(0, evidence.start - context), evidence.start)
  const after = article.text.slice(evidence.end, evidence.end + context)
  // Within the paragraph: how a page parts its blocks is its own matter.
  const prefix = before.slice(before.lastIndexOf('\n') + 1).replace(/^[\udc00-\udfff]/, '')
  const suffix = after.replace(/\n[^]*/, '').replace(/[\ud800-\udbff]$/, '')
  return {
    type: 'TextQuoteSelector',
    exact: exact.text,
    ...(prefix === '' ? {} : { prefix }),
    ...(suffix === '' ? {} : { suffix }),
  }
}

function positionSelector({ start, end }: Evidence, { position }: Source) {
  if (position === null) return null
  return { type: 'TextPositionSelector', start: position(start), end: position(end) }
}
