/**
 * Who says what. Each case is a text with one attribution marked in it: [content] {source} <cue>. The marks are taken
 * out, the text is annotated, and the marks are put back from what was found.
 */
import { describe, expect, it } from 'vitest'
import { annotate } from '../../../src/annotate/annotate.js'
import type { AnnotatedArticle } from '../../../src/model/annotated-article.js'
import type { Quote } from '../../../src/model/annotation.js'
import type { Article, BlockKind } from '../../../src/model/article.js'
import type { Span } from '../../../src/model/span.js'
import { articleOf } from '../article.js'

function article(text: string): Article {
  return {
    id: 'a-test',
    source: 'test.txt',
    url: null,
    outlet: { id: 'test', name: 'Test' },
    headline: null,
    bylines: [],
    publishedAt: null,
    modifiedAt: null,
    language: 'en',
    sha256: null,
    fetchedAt: null,
    credit: null,
    text,
    blocks: [...text.matchAll(/[^\n]+/g)].map((match) => ({
      kind: 'paragraph',
      start: match.index,
      end: match.index + match[0].length,
    })),
    completeness: { state: 'complete', reasons: [] },
    removed: [],
    issues: [],
  }
}

function read(text: string): AnnotatedArticle {
  return annotate(article(text), { zone: 'UTC' })
}

function readBlocks(parts: readonly (readonly [BlockKind, string])[]): AnnotatedArticle {
  const text = parts.map(([, part]) => part).join('\n\n')
  return annotate(
    articleOf(
      text,
      parts.map(([kind]) => kind),
    ),
    { zone: 'UTC' },
  )
}

function words(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(' … ')
}

function shown(text: string, quote: Quote): string {
  const inserts = [
    ...quote.content.map((span) => ({ ...span, marks: '[]' })),
    ...quote.source.map((span) => ({ ...span, marks: '{}' })),
    ...quote.cue.map((span) => ({ ...span, marks: '<>' })),
  ].sort((a, b) => b.start - a.start)
  return inserts.reduce(
    (out, { start, end, marks }) =>
      out.slice(0, start) + marks.charAt(0) + out.slice(start, end) + marks.charAt(1) + out.slice(end),
    text,
  )
}

const cases: [string, string][] = [
  ['direct, cue behind', '[“The bridge will open in May,”] {Anna Berg} <said>.'],
  ['direct, cue before', '{Anna Berg} <said>, [“The bridge will open in May.”]'],
  ['split around the cue', '[“The bridge is safe,”] {Anna Berg} <said>, [“and it will open in May.”]'],
  ['verb before the name', '[“The bridge will open in May,”] <said> {Anna Berg, the harbour engineer}.'],
  ['indirect with that', '{Anna Berg} <said> [that the bridge would open in May].'],
  ['indirect, bare clause', '{The mayor} <said> [the bridge would open in May].'],
  ['indirect, cue behind', '[The bridge will open in May], {the mayor} <said>.'],
  ['according to, behind', '[The bridge will open in May], <according to> {the harbour board}.'],
  ['according to, before', '<According to> {the harbour board}, [the bridge will open in May].'],
  ['mental state', '{Mr. Berg} <believes> [the bridge will never open].'],
  ['a verb and its word, first', '{Berg} <made clear> [that the bridge will not open].'],
  ['to-clause', '{The council} <promised> [to open the bridge in May].'],
]

it('a cue does not swallow the words behind it', () => {
  const text = 'Transport minister Anna Berg defended the plan on Monday in the capital of the island.'
  const cues = read(text).quotes.flatMap(({ cue }) => cue.map(({ start, end }) => text.slice(start, end)))
  expect(cues).toEqual(['defended'])
})

describe('attributions', () => {
  it.each(cases)('%s', (_name, marked) => {
    const text = marked.replace(/[[\]{}<>]/g, '')
    expect(read(text).quotes.map((quote) => shown(text, quote))).toContain(marked)
  })

  it.each([
    [
      'split, the cue far behind',
      '[“We wait,”] {Anna Berg} <said> on Monday, speaking at the quay, [“and then we sail.”]',
    ],
    ['a rare verb', '[“The bridge will never open,”] <fumed> {Anna Berg}.'],
    ['a rare verb of telling', '[“Open the bridge at last,”] <exhorted> {Anna Berg}.'],
    ['an office between name and verb', '[“The bridge is safe,”] {Anna Berg}, the harbour engineer, <said>.'],
  ])('%s', (_name, marked) => {
    const text = marked.replace(/[[\]{}<>]/g, '')
    expect(read(text).quotes.map((found) => words(text, found.content))).toContain(
      [...marked.matchAll(/\[([^\]]*)\]/g)].map((match) => match[1]).join(' … '),
    )
    expect(read(text).quotes[0]?.speaker?.name).toBe('Anna Berg')
  })

  it.each([
    [
      'the president, whom nobody named',
      'The president, in front of the cameras: “We are tired,” he said.',
      'The president',
    ],
    ['the one named before', 'It was late. “We are tired,” he said.', 'John Ostrov'],
    [
      'one named after the president',
      'The president spoke. James Lang answered him. James Lang wept. “We are tired,” he said.',
      'James Lang',
    ],
  ])('“he” is %s', (_name, text, speaker) => {
    const { quotes } = read(`John Ostrov said the ship was late.\n\n${text}`)
    expect(quotes.at(-1)?.speaker?.name).toBe(speaker)
  })

  it('gives a quotation to the name and verb right behind it, not to the sentence before', () => {
    const text = '“The bridge is safe,” Anna Berg said. “It is a trap,” Karl Lang answered.'
    expect(read(text).quotes.map(({ content, speaker }) => [words(text, content), speaker?.name])).toEqual([
      ['“The bridge is safe,”', 'Anna Berg'],
      ['“It is a trap,”', 'Karl Lang'],
    ])
  })

  it.each([
    ['Kremlin: no deal on territory', 'Kremlin', 'no deal on territory'],
    ['Anna Berg: bridge could open in May', 'Anna Berg', 'bridge could open in May'],
  ])('headline with a colon: %s', (text, source, content) => {
    const found = readBlocks([['headline', text]])
    expect(found.quotes.map((quote) => [words(text, quote.source), words(text, quote.content)])).toEqual([
      [source, content],
    ])
  })

  it('does not take a quoted subhead for the next words of whoever spoke above it', () => {
    const { text, quotes } = readBlocks([
      ['paragraph', 'The engineer Anna Berg was calm. “The bridge will stay closed,” she said.'],
      ['subhead', '“Boats cannot carry this”'],
      ['paragraph', 'Traders were not so calm.'],
    ])
    expect(quotes.map((quote) => words(text, quote.content))).toContain('“The bridge will stay closed,”')
  })

  it.each([
    [
      '“My father told me, ‘Never sell the boat,’ and I never did,” Anna Berg said.',
      '‘Never sell the boat,’',
      'direct',
    ],
    ['“The doctors said he would walk again,” Anna Berg recalled.', 'he would walk again', 'indirect'],
    ['Anna Berg said the pilots believed the runway was clear.', 'the runway was clear', 'indirect'],
  ])('nested: %s', (text, content, kind) => {
    const { quotes } = read(text)
    const inner = quotes.find((quote) => words(text, quote.content) === content)
    expect(inner?.kind).toBe(kind)
    expect(quotes.find(({ id }) => id === inner?.parent)?.speaker?.name).toBe('Anna Berg')
  })

  it('does not take a pronoun for what is claimed inside another’s words', () => {
    const text = 'President Berg wants Norway to give up land that Sweden claims.'
    expect(read(text).quotes.map((quote) => words(text, quote.content))).not.toContain('that')
  })

  it('does not take "I think" inside a quotation for another speaker', () => {
    expect(read('“I think we lost,” Anna Berg said.').quotes.map(({ parent }) => parent)).toEqual([undefined])
  })

  it.each([
    ['Anna Berg said the bridge was safe.', 'named'],
    ['The harbour engineer said the bridge was safe.', 'role'],
    ['A spokesman for the harbour said the bridge was safe.', 'role'],
    ['The ministry said the bridge was safe.', 'organisation'],
    ['Norway said the bridge was safe.', 'organisation'],
    ['The report says the bridge is safe.', 'document'],
    ['Many residents said the bridge was safe.', 'collective'],
    ['Democrats said the bridge was safe.', 'collective'],
    ['A senior official said the bridge was safe.', 'anonymous'],
    ['Two people familiar with the matter said the bridge was safe.', 'anonymous'],
    ['Sources said the bridge was safe.', 'anonymous'],
    ['She said the bridge was safe.', 'pronoun'],
  ])('class of the source: %s', (text, sourceClass) => {
    expect(read(text).quotes.map((quote) => quote.sourceClass)).toEqual([sourceClass])
  })

  it('goes on in a paragraph that is opened anew', () => {
    const text = '“The bridge is safe,” Anna Berg said. “We tested it twice.\n“It will open in May.”'
    const [quote] = read(text).quotes
    expect(quote?.content.map(({ start, end }) => text.slice(start, end))).toContain('“It will open in May.”')
  })

  it.each([
    ['the name itself', 'Anna Berg said the bridge would open in May.', 'Anna Berg'],
    [
      'a pronoun after the name',
      'Mayor Anna Berg was tired. “The bridge will open in May,” she said.',
      'Anna Berg',
    ],
    [
      'a surname after the full name',
      'Mayor Anna Berg was tired. “The bridge will open,” Berg said.',
      'Anna Berg',
    ],
    [
      'not the person spoken for',
      'A friend of Anna Berg said the bridge would open in May.',
      'A friend of Anna Berg',
    ],
    [
      'the subject before, not the owner',
      'Paul Weber’s envoy, Karl Lang, met reporters.\nLang was tired. “We will go on,” he said.',
      'Karl Lang',
    ],
    [
      'a role of two words with the nation',
      'Russian President Ivan Petrov met French President Paul Weber. “It is late,” the French president said.',
      'Paul Weber',
    ],
    [
      'the head of state, not his envoy',
      'President Ivan Petrov met Karl Lang, the president’s envoy. “It is late,” the head of state noted.',
      'Ivan Petrov',
    ],
    [
      'a relative pronoun',
      '“It is late,” said Anna Berg, who added that the bridge would open in May.',
      'Anna Berg',
    ],
    [
      'a pronoun that is far from its name',
      'Mayor Anna Berg came late. It rained. The hall was full. “The bridge will close,” she said.',
      'Anna Berg',
    ],
    [
      'a relative pronoun behind an age',
      'The aide, Anna Berg, 31, who wrote the letter, said that the bridge would open.',
      'Anna Berg',
    ],
    ['nobody of two equals', 'Paul Weber met Karl Lang and Jan Roth. “It is late,” said one.', undefined],
    ['a crowd by its own name', 'Residents said the bridge would open in May.', 'Residents'],
  ])('speaker: %s', (_name, text, name) => {
    expect(read(text).quotes.at(-1)?.speaker?.name).toBe(name)
  })

  it.each([
    ['Anna Berg denied that the bridge was unsafe.', 'deny', 'denying'],
    ['Anna Berg insisted that the bridge was safe.', 'insist', 'insisting'],
    ['Anna Berg said that the bridge was safe.', 'say', 'neutral'],
  ])('cue and stance: %s', (text, lemma, stance) => {
    expect(read(text).quotes[0]).toMatchObject({ cueLemma: lemma, stance })
  })

  it('marks words that nobody utters apart', () => {
    const text = 'The so-called “floating market” drew few people. The band played “Harbour Lights” twice.'
    const { quotes, marked } = read(text)
    expect(quotes).toEqual([])
    expect(marked.map(({ kind, start, end }) => [kind, text.slice(start, end)])).toEqual([
      ['term', '“floating market”'],
      ['title', '“Harbour Lights”'],
    ])
  })

  it('gives confidences between 0 and 1 and every span inside the text', () => {
    const text = cases.map(([, marked]) => marked.replace(/[[\]{}<>]/g, '')).join('\n')
    for (const quote of read(text).quotes) {
      expect(quote.confidence ?? 0.5).toBeGreaterThan(0)
      expect(quote.confidence ?? 0.5).toBeLessThanOrEqual(1)
      for (const span of [...quote.content, ...quote.source, ...quote.cue])
        expect(text.slice(span.start, span.end).trim()).not.toBe('')
    }
  })
})
