/**
 * Draws a small event by hand: articles with marked passages, and the columns that align would make of them.
 *
 *   article('A', 'Talks end', 'The envoys {c1:met for five hours}. “{q1|Ann Lee:We are done},” Ann Lee said.')
 *
 * `{name:words}` is a claim in the outlet's own voice, `{name|Speaker:words}` one credited to a speaker; names that start
 * with `q` are quotes (direct when in quotation marks). The same name in several articles is one column. A name that
 * ends in `!` is negated, in `?` hedged. Figures are given apart as kind, value, unit, words.
 */
import type { Alignment, Cell, Column, Mention } from '../../src/model/alignment.js'
import type { AnnotatedArticle } from '../../src/model/annotated-article.js'
import type { Claim, Entity, Quantity, Quote } from '../../src/model/annotation.js'
import { sha256 } from '../../src/text/hash.js'
import { qualifierBefore } from '../../src/english/figure-words.js'
import { compareCodeUnits } from '../../src/text/order.js'

export type Figure = readonly [kind: Quantity['kind'], value: string, unit: string | null, words: string]

type Marked = {
  name: string
  negated: boolean
  hedged: boolean
  speaker: string | null
  start: number
  end: number
}

export type Drawn = { readonly article: AnnotatedArticle; readonly marks: readonly Marked[] }

function readMarks(raw: string): { text: string; marks: Marked[] } {
  const marks: Marked[] = []
  let text = ''
  let last = 0
  for (const match of raw.matchAll(/\{([a-z]\w*)([!?]?)(?:\|([^:}]*))?:([^}]*)\}/gu)) {
    text += raw.slice(last, match.index)
    const [, name = '', sign = '', speaker, words = ''] = match
    marks.push({
      name,
      negated: sign === '!',
      hedged: sign === '?',
      speaker: speaker ?? null,
      start: text.length,
      end: text.length + words.length,
    })
    text += words
    last = match.index + match[0].length
  }
  return { text: text + raw.slice(last), marks }
}

/** The verb of telling close before a mark, if there is one. */
function cueBefore(text: string, before: number): { start: number; end: number }[] {
  const from = Math.max(0, before - 40)
  const last = [...text.slice(from, before).matchAll(/\b(?:says|said|told)\b/gu)].at(-1)
  return last ? [{ start: from + last.index, end: from + last.index + last[0].length }] : []
}

export function article(
  name: string,
  headline: string,
  body: string,
  figures: readonly Figure[] = [],
  completeness: AnnotatedArticle['completeness'] = { state: 'complete', reasons: [] },
): Drawn {
  const { text, marks } = readMarks(`${headline}\n\n${body}`)
  const id = `a-${sha256(name + text).slice(0, 12)}`
  const blocks = [...text.matchAll(/[^\n]+/gu)].map((match, index) => ({
    kind: index === 0 ? ('headline' as const) : ('paragraph' as const),
    start: match.index,
    end: match.index + match[0].length,
  }))
  const sentences = [...text.matchAll(/[^\n.!?]+[.!?]*[”"]?/gu)].map((match, index) => ({
    id: `${id}-s${index}`,
    start: match.index,
    end: match.index + match[0].length,
  }))
  const speakers = [...new Set(marks.flatMap((mark) => mark.speaker ?? []))]
  const entities = speakers.map((speaker, index): Entity => ({
    id: `${id}-e${index}`,
    kind: 'person',
    name: speaker,
    mentions: [...text.matchAll(new RegExp(speaker, 'gu'))].map((match) => ({
      start: match.index,
      end: match.index + speaker.length,
    })),
  }))
  const quotes = marks.flatMap((mark, index): Quote[] => {
    if (mark.speaker === null) return []
    const inMarks = text.charAt(mark.start - 1) === '“'
    const span = inMarks
      ? { start: mark.start - 1, end: mark.end + (text.charAt(mark.end) === ',' ? 2 : 1) }
      : mark
    const source = entities.find((entity) => entity.name === mark.speaker)
    return [
      {
        id: `${id}-q${index}`,
        kind: inMarks ? 'direct' : 'indirect',
        content: [{ start: span.start, end: span.end }],
        source: source?.mentions.slice(0, 1) ?? [],
        cue: cueBefore(text, mark.start),
        speaker: { entity: source?.id ?? null, name: mark.speaker },
        cueLemma: 'say',
        stance: 'neutral',
        confidence: null,
      },
    ]
  })
  const claims = marks.flatMap((mark, index): Claim[] => {
    if (mark.name.startsWith('q')) return []
    return [
      {
        id: `${id}-c${index}`,
        start: mark.start,
        end: mark.end,
        sentence:
          sentences.find((item) => item.start <= mark.start && mark.end <= item.end)?.id ?? `${id}-s0`,
        voice: mark.speaker === null ? 'own' : 'attributed',
        quote: mark.speaker === null ? null : `${id}-q${index}`,
        hedged: mark.hedged,
        negated: mark.negated,
      },
    ]
  })
  const quantities = figures.map(([kind, value, unit, words]): Quantity => {
    const start = text.indexOf(words)
    if (start < 0) throw new Error(`“${words}” is not in the article of ${name}`)
    const qualifier = kind === 'date' ? null : qualifierBefore(text, start)
    return {
      kind,
      value,
      unit,
      start,
      end: start + words.length,
      ...(qualifier === null ? {} : { qualifier }),
    }
  })
  return {
    marks,
    article: {
      id,
      source: `${name}.txt`,
      url: null,
      outlet: { id: name.toLowerCase(), name },
      headline: { start: 0, end: headline.length },
      bylines: [],
      publishedAt: '2030-05-08T08:00:00Z',
      modifiedAt: null,
      language: 'en',
      sha256: sha256(name + text),
      fetchedAt: null,
      credit: null,
      text,
      blocks,
      completeness,
      sentences,
      entities,
      quantities,
      quotes,
      marked: [],
      claims,
      removed: [],
      issues: [],
    },
  }
}

/** The alignment that the names of the marks say; one independent text an article unless `groups` says otherwise. */
export function alignment(drawn: readonly Drawn[], groups?: readonly (readonly string[])[]): Alignment {
  const sorted = [...drawn].sort((a, b) => compareCodeUnits(a.article.id, b.article.id))
  const names = [...new Set(sorted.flatMap(({ marks }) => marks.map((mark) => mark.name)))].sort(
    compareCodeUnits,
  )
  const columns = names.map((name) => ({ name, column: columnOf(name, sorted) }))
  return {
    independence: { groups: groups ?? sorted.map(({ article: { id } }) => [id]), shared: [] },
    quotes: columns
      .filter(({ name }) => name.startsWith('q'))
      .map(({ name, column }) => ({ ...column, speaker: speakerOf(name, sorted) })),
    claims: columns.filter(({ name }) => !name.startsWith('q')).map(({ column }) => column),
    issues: [],
  }
}

function speakerOf(name: string, drawn: readonly Drawn[]): { entity: null; name: string } | null {
  const speaker = drawn.flatMap(({ marks }) => marks).find((mark) => mark.name === name)?.speaker
  return speaker ? { entity: null, name: speaker } : null
}

function columnOf(name: string, drawn: readonly Drawn[]): Column {
  const cells = Object.fromEntries(drawn.map((item) => [item.article.id, cellOf(name, item)]))
  const tellers = drawn.filter(({ marks }) => marks.some((mark) => mark.name === name))
  const lengthOf = ({ marks }: Drawn): number =>
    Math.max(...marks.filter((mark) => mark.name === name).map((mark) => mark.end - mark.start))
  const fullest = tellers.reduce((best, next) => (lengthOf(next) > lengthOf(best) ? next : best))
  const mark = fullest.marks.find((item) => item.name === name)
  const span = { start: mark?.start ?? 0, end: mark?.end ?? 0 }
  return {
    id: `col-${name}`,
    label: fullest.article.text.slice(span.start, span.end),
    salience: 0.5,
    texts: tellers.length,
    cells,
    fullest: { article: fullest.article.id, spans: [span] },
  }
}

function cellOf(name: string, { article: own, marks }: Drawn): Cell {
  const mine = marks.filter((mark) => mark.name === name)
  if (mine.length === 0) {
    return own.completeness.state === 'complete'
      ? { state: 'absent', confidence: 0.9, nearest: null }
      : { state: 'unknown', reason: own.completeness.state }
  }
  return {
    state: 'present',
    form: 'verbatim',
    stance: 'asserts',
    certainty: mine.some((mark) => mark.hedged) ? 'hedged' : 'plain',
    mentions: mine.map((mark): Mention => {
      const index = marks.indexOf(mark)
      const quote = own.quotes.find((item) => item.id === `${own.id}-q${index}`)
      const spans = name.startsWith('q') && quote ? quote.content : [{ start: mark.start, end: mark.end }]
      return {
        ref: name.startsWith('q') ? `${own.id}-q${index}` : `${own.id}-c${index}`,
        start: spans[0]?.start ?? mark.start,
        end: spans.at(-1)?.end ?? mark.end,
        spans,
        voice: mark.speaker === null ? 'own' : 'attributed',
        source: quote?.source ?? [],
        cue: [],
        speaker: quote?.speaker ?? null,
        hedged: mark.hedged,
      }
    }),
    confidence: 0.9,
  }
}
