/** Article text that tries to be more than text, and a report made of it. */
import type { Cell } from '../../src/model/alignment.js'
import type { Report } from '../../src/model/report.js'
import { ferryReport, fronted } from './fixture.js'

export const hostile = [
  '<script>document.title="owned"</script>',
  '</style><img src="https://evil.example/pixel" onerror="document.title=\'owned\'">',
  '"><svg onload=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- <b>--><iframe src=https://evil.example></iframe>',
  '&lt;script&gt;&#60;b&#62;',
  '[link](javascript:alert(1)) ![x](https://evil.example/x.png) <https://evil.example>',
  'www.evil.example and https://evil.example/a?b=c and me@evil.example',
  '| a | b |\n|---|---|\n# heading\n- item\n1. one\n***bold*** `code` ~~gone~~ $x$',
  '=HYPERLINK("https://evil.example","x")',
  '+1+1',
  '-1+1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  'a,b;"c"\n"d"',
  '\u001b[2J\u001b]0;owned\u0007\u009b31m\u0000\u0008',
  'five \u202esruoh ruof\u202c \u2067x\u2069 \u200f',
  'w'.repeat(3_000),
  '漢字'.repeat(50),
  '${alert(1)} {{constructor}} <%= x %>',
] as const

/** Every string of the report that comes from outside replaced by hostile text, ids and codes apart. */
export function hostileReport(text: string): Report {
  const articles = ferryReport.articles.map((article) => ({
    ...article,
    source: text,
    url: `javascript:${text}`,
    outlet: { id: 'x', name: text },
    bylines: [text],
    credit: text,
    publishedAt: text,
    language: text,
    text,
    headline: { start: 0, end: text.length },
    blocks: [
      { kind: 'headline' as const, start: 0, end: text.length },
      { kind: 'caption' as const, start: 0, end: text.length },
    ],
    sentences: [{ id: `${article.id}-s1`, start: 0, end: text.length }],
    quotes: article.quotes.map((quote) => ({
      ...quote,
      content: [{ start: 0, end: text.length }],
      source: [{ start: 0, end: text.length }],
      cue: [{ start: 0, end: text.length }],
      speaker: { entity: null, name: text },
      cueLemma: text,
    })),
  }))
  const whole = { start: 0, end: text.length }
  return fronted({
    ...ferryReport,
    event: { title: text, from: text, to: text },
    generator: { ...ferryReport.generator, versions: { [text]: text }, options: { [text]: text } },
    issues: ferryReport.issues.map((issue) => ({ ...issue, message: text, source: text })),
    articles,
    quotes: ferryReport.quotes.map((column) => ({
      ...column,
      label: text,
      speaker: { entity: null, name: text },
      fullest: { ...column.fullest, spans: [whole] },
      cells: hostileCells(column.cells, text),
    })),
    claims: ferryReport.claims.map((column) => ({
      ...column,
      label: text,
      fullest: { ...column.fullest, spans: [whole] },
      cells: hostileCells(column.cells, text),
    })),
    findings: ferryReport.findings.map((finding) => ({
      ...finding,
      sentence: text,
      evidence: finding.evidence.map((one) => ({ ...one, ...whole })),
      detail: {
        ...finding.detail,
        reason: text,
        referent: text,
        labels: Object.fromEntries(articles.map((article) => [article.id, [text]])),
        edits: [{ type: 'replaced', removed: text, marked: false, carries: null, elsewhere: true }],
        positions: [
          { value: text, articles: [text], texts: 1, source: text, voice: 'own', certainty: 'plain' },
        ],
      },
    })),
    facts: ferryReport.facts.map((fact) => ({
      ...fact,
      question: text,
      values: fact.values.map((value) => ({ ...value, text, value: text, note: text })),
    })),
    actors: (ferryReport.actors ?? []).map((actor) => ({
      ...actor,
      name: text,
      variants: [text],
      byArticle: Object.fromEntries(
        Object.entries(actor.byArticle).map(([id, here]) => [
          id,
          {
            ...here,
            labels: here.labels.map((label) => ({ ...label, words: text, spans: [whole] })),
            acts: here.acts.map((act) => ({ ...act, ...whole, verb: text, other: text })),
            first: { ...here.first, ...whole },
          },
        ]),
      ),
    })),
    profiles: ferryReport.profiles.map((profile) => ({
      ...profile,
      speakers: [{ name: text, quotes: 1, words: 1, cues: [text] }],
    })),
  })
}

function hostileCells(
  cells: Report['claims'][number]['cells'],
  text: string,
): Report['claims'][number]['cells'] {
  const whole = { start: 0, end: text.length }
  return Object.fromEntries(
    Object.entries(cells).map(([id, cell]): [string, Cell] => {
      switch (cell.state) {
        case 'present': {
          const mentions = cell.mentions.map((mention) => ({
            ...mention,
            ...whole,
            spans: [whole],
            source: [whole],
            cue: [whole],
            speaker: { entity: null, name: text },
          }))
          return [id, { ...cell, value: text, mentions }]
        }
        case 'absent':
          return [id, { ...cell, nearest: whole }]
        case 'unknown':
          return [id, { ...cell, reason: text }]
      }
    }),
  )
}
