/** Claims, drawn as brackets in the text; behind a claim: `a` attributed, `u` unclear, `h` hedged, `n` negated. */
import { describe, expect, it } from 'vitest'
import { annotate } from '../../src/annotate/annotate.js'
import { claims } from '../../src/annotate/claims/claims.js'
import { tagSentences } from '../../src/annotate/sentences.js'
import type { Claim, Quote } from '../../src/model/annotation.js'
import { articleOf } from './article.js'

const letters: Readonly<Record<Claim['voice'], string>> = { own: '', attributed: 'a', unclear: 'u' }

function draw(text: string, found: readonly Claim[]): string {
  let drawn = ''
  let at = 0
  for (const claim of found) {
    const marks = `${letters[claim.voice]}${claim.hedged ? 'h' : ''}${claim.negated ? 'n' : ''}`
    drawn += `${text.slice(at, claim.start)}[${text.slice(claim.start, claim.end)}]${marks}`
    at = claim.end
  }
  return drawn + text.slice(at)
}

/** Claims of one paragraph whose attributions are given: content in ‹ ›, source in ⟨ ⟩, cue in ⟪ ⟫. */
function clauses(marked: string): string {
  const brackets: [string, string][] = [
    ['‹', '›'],
    ['⟨', '⟩'],
    ['⟪', '⟫'],
  ]
  const text = marked.replace(/[‹›⟨⟩⟪⟫]/gu, '')
  const [content = [], source = [], cue = []] = brackets.map(([open, close]) => {
    const spans: { start: number; end: number }[] = []
    let offset = 0
    for (const sign of marked) {
      if (sign === open) spans.push({ start: offset, end: offset })
      else if (sign === close) spans[spans.length - 1] = { start: spans.at(-1)?.start ?? 0, end: offset }
      if (!/[‹›⟨⟩⟪⟫]/u.test(sign)) offset += sign.length
    }
    return spans
  })
  const quote: Quote = {
    id: 'q1',
    kind: 'indirect',
    content,
    source,
    cue,
    speaker: null,
    cueLemma: null,
    stance: null,
    confidence: null,
  }
  const article = articleOf(text)
  const { sentences } = annotate(article, { zone: 'UTC' })
  const tagged = tagSentences(article, sentences)
  return draw(text, claims('a-1', tagged, content.length > 0 ? [quote] : []).found)
}

describe('clauses', () => {
  it.each([
    '[The plan has four parts].',
    '[Wages will rise this year], [and the cranes stand idle].',
    '[The envoy wants a pause], [but the union rejects it]n.',
    '[The town fell in May]; [its bridges were blown up].',
    '[They brought a new plan], [which comes in four parts].',
    '[The strike ended on Friday] [after the minister had met both sides].',
    '[He praised the accord], [boasting that the port was saved].',
    '[The envoys arrived late on Monday night] [and left the city without a word]n.',
    '[If the union wants to, it can strike again].',
    '[Ann Lowe, the builder turned mayor, and Tim Hale were led into the hall].',
    '[The accord was changed after Oslo and the Danes objected].',
    '[Attacks on power plants and railways grow heavier by the week].',
    'KESTERHAVEN, March 13 (MNA) — [The strike is over].',
    '[The union regards the cranes as a threat], [and their future goes to an arbitrator].',
    '[They signed shortly before five on Friday morning] [and ended a strike that had closed the port].',
    '[Forces are advancing in the east], [missiles and drones are striking the grid], [and the envoy has resigned].',
    '[The town of Oskarhaven wants peace], [and the envoy says no].',
    '[What a mess].',
    '[He met bakers, welders and dockers].',
  ])('%s', (drawn) => {
    expect(clauses(drawn.replace(/\]n?h?/gu, '').replace(/\[/gu, ''))).toBe(drawn)
  })
})

describe('attributions', () => {
  it.each([
    ['‹“We will not sign,”› ⟪said⟫ ⟨Ann Lowe⟩.', '“[We will not sign]an,” said Ann Lowe.'],
    [
      '⟨Lowe⟩ ⟪said⟫ ‹that the accord was dead and that the strike would go on›.',
      'Lowe said [that the accord was dead]a [and that the strike would go on]a.',
    ],
    [
      '‹The gap was wide›, ⟨the aide⟩ ⟪said⟫, and there was no deal.',
      '[The gap was wide]a, the aide said, [and there was no deal]n.',
    ],
    [
      '‹“So far,”› ⟨she⟩ ⟪said⟫, ‹“we have found no compromise.”›',
      '“[So far,” she said, “we have found no compromise]an.”',
    ],
    ['⟨Lowe⟩ ⟪spoke of⟫ ‹“some progress”› on Friday.', '[Lowe spoke of “some progress” on Friday]a.'],
    [
      '⟨Lowe⟩ ⟪said⟫ ‹that wages would rise›. The cranes would stand idle. They are old.',
      'Lowe said [that wages would rise]a. [The cranes would stand idle]u. [They are old].',
    ],
  ])('%s', (marked, drawn) => {
    expect(clauses(marked)).toBe(drawn)
  })
})

describe('hedges and negations', () => {
  it.each([
    ['[The accord may be dead]h.'],
    ['[The fire reportedly began on deck]h.'],
    ['[The mayor is believed to have left]h.'],
    ['[Nobody believed it]n.'],
    ['[The union did not agree]n.'],
    ['[The port failed to open]n.'],
    ['[The mayor denied the charge]n.'],
    ['[It is not only a pause].'],
    ['[No. 10 is red].'],
    ['[They met in May].'],
  ])('%s', (drawn) => {
    expect(clauses(drawn.replace(/\]n?h?/gu, '').replace(/\[/gu, ''))).toBe(drawn)
  })
})

describe('allegations', () => {
  const told = (text: string): (boolean | undefined)[] =>
    annotate(articleOf(text), { zone: 'UTC' }).claims.map((claim) => claim.allegation)

  it.each([
    'The driver allegedly left the scene.',
    'The alleged smuggler was taken to a hospital.',
    'The contractor is accused of hiding cracks in the wall.',
    'Two brothers were charged with arson.',
    'He is suspected of having sold the list.',
  ])('a charge: %s', (text) => {
    expect(told(text)).toEqual([true])
  })

  it.each([
    'The driver left the scene.',
    'The company claimed that sales had risen.',
    'The battery was charged in an hour.',
    'The suspect left the scene.',
    'They expected nothing of him.',
  ])('no charge: %s', (text) => {
    expect(told(text).every((allegation) => allegation === undefined)).toBe(true)
  })
})

it('reads claims from headlines and list items, and none from a label', () => {
  const text = 'Port strike ends\n\nWhy it matters\n\n• Wages rise.'
  const { claims: found } = annotate(articleOf(text, ['headline', 'subhead', 'list-item']), { zone: 'UTC' })
  expect(draw(text, found)).toBe('[Port strike ends]\n\nWhy it matters\n\n• [Wages rise].')
})

it('hears short sentences of a quotation in the speaker’s voice, and what stands between two quotations in the report’s', () => {
  const text = '“It was cold in the hut. The captain wept,” she said. The boat sank. “He wept,” she said.'
  const { claims: found } = annotate(articleOf(text), { zone: 'UTC' })
  expect(draw(text, found)).toBe(
    '“[It was cold in the hut]a. [The captain wept]a,” she said. [The boat sank]. “[He wept]a,” she said.',
  )
})

describe('a standfirst', () => {
  const claimed = (text: string) => {
    const article = annotate(articleOf(text, ['headline', 'standfirst']), { zone: 'UTC' })
    return article.claims.map(({ start, end }) => article.text.slice(start, end))
  }

  it('that the text repeats word for word gives no second claim', () => {
    const once = claimed(
      'Ferry ends\n\nThe ferry stops on Sunday.\n\nThe ferry stops on Sunday. Nobody booked a place.',
    )
    expect(once.filter((claim) => claim === 'The ferry stops on Sunday')).toHaveLength(1)
  })

  it('that tells something of its own is read', () => {
    expect(claimed('Ferry ends\n\nThe ferry stops on Sunday.\n\nNobody booked a place.')).toContain(
      'The ferry stops on Sunday',
    )
  })
})
