/** A report whose one finding rests on passages after characters beyond U+FFFF and after CRLF line ends. */
import type { Report } from '../../src/model/report.js'
import { ferryReport, find, makeArticle } from '../report/fixture.js'

const first = makeArticle({
  outlet: 'The 🚢 Post',
  url: 'https://post.example/🚢?a=1&b=2',
  blocks: ['🚢🚢 Ferries stop', 'Crews cheered 🎉 & sang.\r\nNo ferry sailed <today>.'],
})
const second = makeArticle({ outlet: 'Tide', blocks: ['Ferries sail', 'Every ferry sailed today.'] })
const evidence = [
  { article: first.id, ...find(first, 'No ferry sailed <today>.'), role: 'denies' as const },
  { article: second.id, ...find(second, 'Every ferry sailed today.'), role: 'asserts' as const },
]

export const words = evidence.map(({ start, end }, index) =>
  [first, second][index]?.text.slice(start, end).replaceAll('\r\n', '\n'),
)

export const markedReport: Report = {
  ...ferryReport,
  articles: [first, second],
  independence: { groups: [[first.id], [second.id]], shared: [] },
  claims: [],
  quotes: [],
  facts: [],
  positions: [],
  profiles: [],
  findings: [
    {
      id: 'f-marked',
      kind: 'conflict',
      severity: 'fact',
      articles: [first.id, second.id],
      column: null,
      evidence,
      confidence: 0.9,
      salience: 0.9,
      detail: { type: 'polarity', grade: 'differ' },
      sentence: 'Reports differ on whether ferries sailed: "No ferry" & "Every ferry" ]]> \u0001\u202e.',
    },
  ],
}
