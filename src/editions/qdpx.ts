/** project.qdpx of one report: texts, kinds of finding as codes, every passage of evidence as a coded selection. */
import type { FindingKind } from '../model/comparison.js'
import type { InspectedArticle, Report } from '../model/report.js'
import { labelArticles } from '../print/labels.js'
import { kindWords, roleWords } from '../print/words.js'
import { element, type Xml } from '../print/xml.js'
import { projectFile, type Selection } from './coding/project.js'
import { guid } from './exchange.js'

export function qdpx(report: Report): Uint8Array {
  const { generator, event, articles } = report
  const labels = labelArticles(report)
  return projectFile({
    name: event.title,
    origin: `${generator.name} ${generator.version}`,
    description: `Findings of a comparison of ${articles.length} reports. Coded by the program: indicators to check, not verdicts.`,
    users: [],
    codes: [codes(report)],
    isBlind: false,
    sources: articles
      .filter(({ text }) => text !== '')
      .map((article) => ({
        article,
        name: labels.of(article.id)?.name ?? article.source,
        selections: selections(report, article),
      })),
  })
}

const codeGuid = (kind: string): string => guid('code', kind)

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

function selections({ findings }: Report, article: InspectedArticle): readonly Selection[] {
  return findings.flatMap(({ id, kind, sentence, evidence }) =>
    evidence.flatMap(({ article: of, start, end, role }, index) => {
      if (of !== article.id) return []
      const description = `${sentence} (${id}, passage ${index + 1} of ${evidence.length})`
      const name = `${kind}: ${roleWords[role]}`
      return [{ key: [id, String(index)], start, end, name, description, codes: [codeGuid(kind)] }]
    }),
  )
}
