/**
 * A Report written by hand: five invented outlets on an invented strike at an invented ferry line. Spans are found by
 * their words, so the texts can be read and changed here.
 */
import { front } from '../../src/front/front.js'
import { sha256, contentId } from '../../src/text/hash.js'
import type { Cell, ClaimColumn, Mention, QuoteColumn } from '../../src/model/alignment.js'
import type { Claim, Quote, Voice } from '../../src/model/annotation.js'
import type { Block } from '../../src/model/article.js'
import type { Evidence, Finding } from '../../src/model/comparison.js'
import type { Generator, InspectedArticle, Report } from '../../src/model/report.js'
import type { Span } from '../../src/model/span.js'

export const generator: Generator = {
  name: 'synoptic',
  version: '0.1.0',
  options: { zone: 'UTC', text: true },
  versions: { align: '1', annotate: '1', icu: '76.1', unicode: '16.0' },
}

export type ArticlePlan = {
  readonly outlet: string
  readonly blocks: readonly string[]
  readonly publishedAt?: string | null
  readonly url?: string | null
  readonly language?: string
  readonly completeness?: InspectedArticle['completeness']
  readonly bylines?: readonly string[]
  readonly credit?: string | null
}

/** The first block is the headline; each block is split into sentences at full stops. */
export function makeArticle(plan: ArticlePlan): InspectedArticle {
  const text = plan.blocks.join('\n\n')
  const id = contentId('a', plan.outlet, text)
  const blocks: Block[] = []
  let start = 0
  plan.blocks.forEach((words, index) => {
    blocks.push({ kind: index === 0 ? 'headline' : 'paragraph', start, end: start + words.length })
    start += words.length + 2
  })
  const sentences = blocks.flatMap((block) => sentencesOf(text, block))
  return {
    schema: 'synoptic/article@1',
    generator,
    id,
    source: `pages/${plan.outlet.toLowerCase().replaceAll(' ', '-')}.html`,
    url: plan.url ?? null,
    outlet: { id: plan.outlet.toLowerCase().replaceAll(' ', '-'), name: plan.outlet },
    headline: blocks[0] && text !== '' ? { start: blocks[0].start, end: blocks[0].end } : null,
    bylines: plan.bylines ?? [],
    publishedAt: plan.publishedAt ?? null,
    modifiedAt: null,
    language: plan.language ?? 'en',
    sha256: text === '' ? null : sha256(text),
    fetchedAt: null,
    credit: plan.credit ?? null,
    text,
    blocks: text === '' ? [] : blocks,
    completeness: plan.completeness ?? { state: 'complete', reasons: [] },
    sentences: sentences.map((span, index) => ({ id: `${id}-s${index + 1}`, ...span })),
    entities: [],
    quantities: [],
    quotes: [],
    marked: [],
    claims: [],
    issues: [],
    removedCount: 3,
  }
}

function sentencesOf(text: string, block: Span): Span[] {
  const spans: Span[] = []
  for (const match of text.slice(block.start, block.end).matchAll(/[^.\s][^.]*\.?["”]?/g)) {
    spans.push({ start: block.start + match.index, end: block.start + match.index + match[0].length })
  }
  return spans
}

export function find(article: InspectedArticle, words: string): Span {
  const start = article.text.indexOf(words)
  if (start < 0) throw new Error(`fixture: no such words: ${words}`)
  return { start, end: start + words.length }
}

const ferryLine = 'The ferry line Halden Sound stopped all sailings on Tuesday.'
const shared =
  'Crews walked out at dawn after talks on rosters failed, and the terminal at Varrick stood empty until noon.'

const courier = makeArticle({
  outlet: 'Varrick Courier',
  url: 'https://courier.example/ferry-strike',
  publishedAt: '2031-05-13T09:30:00+02:00',
  bylines: ['Ida Brandt'],
  blocks: [
    'Ferry crews walk out, 4,000 stranded',
    `${ferryLine} ${shared}`,
    'The operator said 4,000 passengers were stranded. "We will return to the table, but not under threat of a strike," said its director, Mara Holt.',
    'The union had warned of the walkout on Friday. A ferry burned at the pier in the night, the harbour office said.',
  ],
})
const wireCopy = makeArticle({
  outlet: 'Morning Post of the Sound',
  publishedAt: '2031-05-13T10:05:00+02:00',
  credit: 'Sound Press Agency',
  blocks: [
    'Sailings stopped at Halden Sound',
    `${ferryLine} ${shared}`,
    'The operator said 4,000 passengers were stranded.',
  ],
})
const tide = makeArticle({
  outlet: 'Tide Radio',
  url: 'https://tide.example/news/118',
  publishedAt: '2031-05-13T12:00:00Z',
  blocks: [
    'Halden Sound at a standstill',
    'Halden Sound stopped all sailings on Tuesday. Union leader Jo Verre put the number of stranded passengers at 2,500.',
    '"We will return to the table," Holt said. There was no fire at the pier, the harbour office said later.',
  ],
})
const inland = makeArticle({
  outlet: 'Inland Review',
  publishedAt: null,
  completeness: { state: 'truncated', reasons: ['paywall-markup'] },
  blocks: [
    'Strike on the Sound',
    'The ferry line Halden Sound stopped every sailing on Tuesday. Continue reading with a subscription',
  ],
})
const lost = makeArticle({
  outlet: 'Coast Television',
  url: 'https://coast.example/strike',
  blocks: [''],
  completeness: { state: 'unreadable', reasons: ['fetch-failed'] },
})

export const articles = { courier, wireCopy, tide, inland, lost }
type Name = keyof typeof articles

function mention(name: Name, words: string, more: Partial<Mention> = {}): Mention {
  const span = find(articles[name], words)
  return {
    ref: contentId('c', name, words),
    ...span,
    spans: [span],
    voice: 'own',
    source: [],
    cue: [],
    speaker: null,
    hedged: false,
    ...more,
  }
}

type PresentFields = Partial<Omit<Extract<Cell, { state: 'present' }>, 'state' | 'mentions'>>

function present(mentions: readonly Mention[], more: PresentFields = {}): Cell {
  return {
    state: 'present',
    form: 'verbatim',
    stance: 'asserts',
    certainty: 'plain',
    mentions,
    confidence: 0.9,
    ...more,
  }
}
const absent = (name: Name, words: string | null): Cell => ({
  state: 'absent',
  confidence: 0.8,
  nearest: words === null ? null : find(articles[name], words),
})
const unknown = (reason: string): Cell => ({ state: 'unknown', reason })

function cells(by: Readonly<Record<Name, Cell>>): Record<string, Cell> {
  return Object.fromEntries(
    Object.entries(by)
      .map(([name, cell]) => [articles[name as Name].id, cell] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

const sailings: ClaimColumn = {
  id: 'cc-sailings00001',
  label: 'The ferry line Halden Sound stopped all sailings on Tuesday',
  salience: 0.95,
  texts: 3,
  cells: cells({
    courier: present([mention('courier', ferryLine)]),
    wireCopy: present([mention('wireCopy', ferryLine)]),
    tide: present([mention('tide', 'Halden Sound stopped all sailings on Tuesday')], { form: 'paraphrased' }),
    inland: present([mention('inland', 'The ferry line Halden Sound stopped every sailing on Tuesday')], {
      form: 'paraphrased',
    }),
    lost: unknown('unreadable'),
  }),
  fullest: { article: courier.id, spans: [find(courier, ferryLine)] },
}
const stranded: ClaimColumn = {
  id: 'cc-stranded00001',
  label: '4,000 passengers were stranded',
  salience: 0.8,
  texts: 2,
  cells: cells({
    courier: present(
      [
        mention('courier', '4,000 passengers were stranded', {
          voice: 'attributed',
          source: [find(courier, 'The operator')],
          cue: [find(courier, 'said')],
          speaker: { entity: null, name: 'The operator' },
        }),
      ],
      { value: '4000 person' },
    ),
    wireCopy: present([mention('wireCopy', '4,000 passengers were stranded', { voice: 'attributed' })], {
      value: '4000 person',
    }),
    tide: present(
      [
        mention('tide', 'the number of stranded passengers at 2,500', {
          voice: 'attributed',
          hedged: true,
          speaker: { entity: null, name: 'Jo Verre' },
        }),
      ],
      {
        stance: 'other-value',
        value: '2500 person',
        form: 'altered',
        certainty: 'hedged',
        sourcing: 'named',
      },
    ),
    inland: unknown('truncated'),
    lost: unknown('unreadable'),
  }),
  fullest: { article: courier.id, spans: [find(courier, '4,000 passengers were stranded')] },
}
const fire: ClaimColumn = {
  id: 'cc-fire000000001',
  label: 'A ferry burned at the pier in the night',
  salience: 0.6,
  texts: 2,
  cells: cells({
    courier: present([
      mention('courier', 'A ferry burned at the pier in the night', {
        voice: 'attributed',
        speaker: { entity: null, name: 'the harbour office' },
      }),
    ]),
    wireCopy: absent('wireCopy', 'the terminal at Varrick stood empty until noon'),
    tide: present(
      [
        mention('tide', 'There was no fire at the pier', {
          voice: 'attributed',
          speaker: { entity: null, name: 'the harbour office' },
        }),
      ],
      {
        stance: 'denies',
        form: 'altered',
      },
    ),
    inland: unknown('truncated'),
    lost: unknown('unreadable'),
  }),
  fullest: { article: courier.id, spans: [find(courier, 'A ferry burned at the pier in the night')] },
}
const warned: ClaimColumn = {
  id: 'cc-warned0000001',
  label: 'The union had warned of the walkout on Friday',
  salience: 0.2,
  texts: 1,
  cells: cells({
    courier: present([mention('courier', 'The union had warned of the walkout on Friday')]),
    wireCopy: absent('wireCopy', null),
    tide: absent('tide', null),
    inland: unknown('truncated'),
    lost: unknown('unreadable'),
  }),
  fullest: { article: courier.id, spans: [find(courier, 'The union had warned of the walkout on Friday')] },
}

const fullQuote = '"We will return to the table, but not under threat of a strike,"'
const table: QuoteColumn = {
  id: 'qc-table00000001',
  label: 'We will return to the table, but not under threat of a strike',
  salience: 0.7,
  texts: 2,
  speaker: { entity: null, name: 'Mara Holt' },
  cells: cells({
    courier: present([
      mention('courier', fullQuote, {
        ref: `${courier.id}-q1`,
        voice: 'attributed',
        source: [find(courier, 'its director, Mara Holt')],
        cue: [find(courier, 'said its')],
        speaker: { entity: null, name: 'Mara Holt' },
      }),
    ]),
    wireCopy: absent('wireCopy', 'The operator said 4,000 passengers were stranded'),
    tide: present(
      [
        mention('tide', '"We will return to the table,"', {
          ref: `${tide.id}-q1`,
          voice: 'attributed',
          speaker: { entity: null, name: 'Holt' },
        }),
      ],
      { form: 'shortened' },
    ),
    inland: unknown('truncated'),
    lost: unknown('unreadable'),
  }),
  fullest: { article: courier.id, spans: [find(courier, fullQuote)] },
}

function evidence(name: Name, words: string, role: Evidence['role']): Evidence {
  return { article: articles[name].id, ...find(articles[name], words), role }
}

function finding(
  fields: Omit<Finding, 'id' | 'articles' | 'confidence' | 'salience'> & Partial<Finding>,
): Finding {
  return {
    id: contentId('f', fields.kind, fields.sentence),
    articles: [...new Set(fields.evidence.map((one) => one.article))],
    confidence: 0.85,
    salience: 0.7,
    ...fields,
  }
}
const side = (
  value: string,
  names: readonly Name[],
  texts: number,
  source: string | null,
  voice: Voice = 'attributed',
) => ({
  value,
  articles: names.map((name) => articles[name].id),
  texts,
  source,
  voice,
  certainty: 'plain' as const,
})

export const findings: readonly Finding[] = [
  finding({
    kind: 'conflict',
    severity: 'contradiction',
    column: fire.id,
    evidence: [
      evidence('courier', 'A ferry burned at the pier in the night', 'asserts'),
      evidence('tide', 'There was no fire at the pier', 'denies'),
    ],
    detail: {
      type: 'polarity',
      grade: 'differ',
      reason: 'both credit the harbour office',
      positions: [
        side('a ferry burned', ['courier'], 1, 'the harbour office'),
        side('no fire', ['tide'], 1, 'the harbour office'),
      ],
    },
    sentence:
      'Reports differ on a fire at the pier, both crediting the harbour office: "A ferry burned at the pier" (A), "There was no fire at the pier" (C). B: no passage found. D, E: cannot tell.',
  }),
  finding({
    kind: 'conflict',
    severity: 'fact',
    column: stranded.id,
    evidence: [
      evidence('courier', '4,000 passengers were stranded', 'value'),
      evidence('wireCopy', '4,000 passengers were stranded', 'value'),
      evidence('tide', 'the number of stranded passengers at 2,500', 'value'),
    ],
    detail: {
      type: 'number',
      grade: 'differ',
      positions: [
        side('4,000', ['courier', 'wireCopy'], 1, 'the operator'),
        side('2,500', ['tide'], 1, 'Jo Verre'),
      ],
    },
    sentence:
      'Reports differ on the number of stranded passengers: "4,000" (A, B), "2,500" (C). D, E: cannot tell.',
  }),
  finding({
    kind: 'quote-shortened',
    severity: 'quotation',
    column: table.id,
    evidence: [
      evidence('courier', fullQuote, 'fuller'),
      evidence('tide', '"We will return to the table,"', 'cut'),
    ],
    articles: [tide.id],
    detail: {
      edits: [
        {
          type: 'cut-end',
          removed: 'but not under threat of a strike',
          marked: false,
          carries: 'condition',
          elsewhere: false,
        },
      ],
    },
    sentence:
      'A quotation credited to Mara Holt is shorter in C: "but not under threat of a strike" (A) is not printed there.',
  }),
  finding({
    kind: 'omitted-claim',
    severity: 'prominence',
    confidence: 0.62,
    column: stranded.id,
    evidence: [evidence('courier', '4,000 passengers were stranded', 'asserts')],
    articles: [inland.id],
    detail: {},
    sentence:
      'Two texts tell how many passengers were stranded; no passage found in D, of which a part was read.',
  }),
  finding({
    kind: 'only-here',
    severity: 'note',
    confidence: 0.5,
    column: warned.id,
    evidence: [evidence('courier', 'The union had warned of the walkout on Friday', 'asserts')],
    detail: {},
    sentence: 'In A alone: the union had warned of the walkout on Friday.',
  }),
]

const quoteOf = (article: InspectedArticle, words: string, name: string): Quote => ({
  id: `${article.id}-q1`,
  kind: 'direct',
  content: [find(article, words)],
  source: [find(article, 'Holt')],
  cue: [find(article, 'said')],
  speaker: { entity: null, name },
  cueLemma: 'say',
  stance: 'neutral',
  confidence: 0.9,
})
const claimOf = (article: InspectedArticle): Claim[] =>
  article.sentences.map((sentence, index) => ({
    id: `${article.id}-c${index + 1}`,
    start: sentence.start,
    end: sentence.end,
    sentence: sentence.id,
    voice: 'own',
    quote: null,
    hedged: false,
    negated: false,
  }))

/** As compare leaves it: front has not said what it finds. */
export const ferryEvent: Report = {
  schema: 'synoptic/report@1',
  generator,
  event: {
    title: 'Strike at Halden Sound',
    from: '2031-05-13T09:30:00+02:00',
    to: '2031-05-13T12:00:00Z',
  },
  complete: false,
  issues: [
    {
      code: 'fetch-failed',
      severity: 'error',
      stage: 'ingest',
      source: lost.source,
      article: lost.id,
      message:
        'https://coast.example/strike could not be fetched: the server answered 503. Save the page and give the file.',
    },
    {
      code: 'truncated',
      severity: 'warning',
      stage: 'normalize',
      source: inland.source,
      article: inland.id,
      message: 'Inland Review was read in part: the page shows signs of a paywall.',
    },
    {
      code: 'no-date',
      severity: 'info',
      stage: 'normalize',
      source: inland.source,
      article: inland.id,
      message: 'Inland Review gives no time of publication.',
    },
  ],
  articles: Object.values(articles).map((article) => ({
    ...article,
    claims: claimOf(article),
    quotes:
      article === courier
        ? [quoteOf(courier, fullQuote, 'Mara Holt')]
        : article === tide
          ? [quoteOf(tide, '"We will return to the table,"', 'Holt')]
          : [],
  })),
  independence: {
    groups: [[courier.id, wireCopy.id], [tide.id], [inland.id], [lost.id]],
    shared: [
      {
        spans: [
          { article: courier.id, ...find(courier, shared) },
          { article: wireCopy.id, ...find(wireCopy, shared) },
        ],
      },
    ],
  },
  quotes: [table],
  claims: [sailings, stranded, fire, warned],
  findings,
  facts: [
    {
      id: 'ft-stranded00001',
      question: 'How many passengers were stranded?',
      kind: 'number',
      column: stranded.id,
      grade: 'differ',
      values: [
        {
          value: '4000',
          text: '4,000',
          spans: [{ article: courier.id, ...find(courier, '4,000 passengers') }],
          articles: [courier.id, wireCopy.id],
          texts: 1,
          note: 'differ: more than rounding',
        },
        {
          value: '2500',
          text: '2,500',
          spans: [{ article: tide.id, ...find(tide, '2,500') }],
          articles: [tide.id],
          texts: 1,
          note: 'differ: more than rounding',
        },
      ],
    },
  ],
  positions: [],
  actors: [
    {
      id: 'actor-holt00000001',
      kind: 'person',
      name: 'Mara Holt',
      variants: ['Holt', 'Mara Holt'],
      speaksAs: 'official',
      byArticle: {
        [courier.id]: {
          labels: [{ words: 'Mara Holt', kind: 'name', count: 1, spans: [find(courier, 'Mara Holt')] }],
          modifiers: [],
          acts: [],
          heard: { direct: 13, indirect: 0, quotes: [quoteOf(courier, fullQuote, 'Mara Holt').id] },
          first: { ...find(courier, 'Mara Holt'), part: 'body' },
        },
        [tide.id]: {
          labels: [{ words: 'Holt', kind: 'name', count: 1, spans: [find(tide, 'Holt')] }],
          modifiers: [],
          acts: [
            {
              verb: 'return',
              direction: 'does',
              passive: false,
              negated: false,
              other: null,
              voice: 'attributed',
              ...find(tide, 'We will return to the table'),
            },
          ],
          heard: {
            direct: 6,
            indirect: 0,
            quotes: [quoteOf(tide, '"We will return to the table,"', 'Holt').id],
          },
          first: { ...find(tide, 'Holt'), part: 'body' },
        },
      },
    },
  ],
  profiles: Object.values(articles)
    .filter((article) => article !== lost)
    .map((article) => ({
      article: article.id,
      words: 60,
      ownWords: 40,
      quotedWords: 12,
      reportedWords: 8,
      hedgesInOwnWords: 1,
      speakers: article === courier ? [{ name: 'Mara Holt', quotes: 1, words: 13, cues: ['say'] }] : [],
    })),
}

/** With what front makes of it. */
export function fronted(report: Report): Report {
  return { ...report, ...front(report) }
}

export const ferryReport: Report = fronted(ferryEvent)
