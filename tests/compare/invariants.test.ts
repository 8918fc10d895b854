import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bannedIn } from '../front/lexicon.js'
import { Comparison } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from '../../src/compare/compare.js'
import { compare as compareInWords } from './worded.js'

/** Passages two to five reports may tell, each in two wordings that differ in words, figure, voice or speaker. */
const passages = [
  [
    '{c1:The envoys talked in the palace for 5 hours about the border}.',
    '{c1:The envoys talked in the palace for 4 hours about the border}.',
  ],
  [
    '{c2:The two sides agreed to continue the talks}.',
    '{c2!:The two sides did not agree to continue the talks}.',
  ],
  [
    '“{q1|Mara Sol:We will not sign unless every member is offered a post},” Mara Sol said.',
    '“{q1|Mara Sol:We will not sign},” Mara Sol said.',
  ],
  [
    '“{q2|Ilse Brand:nobody left that room happy},” Ilse Brand said.',
    '“{q2|Joren Pell:nobody left that room happy},” Joren Pell said.',
  ],
  [
    '{c3:A software fault caused the accident at Gull Quay}.',
    'Mara Sol says {c3?|Mara Sol:a software fault may have caused the accident at Gull Quay}.',
  ],
  [
    '{c4:Officials in Kesterhaven hide and admit nothing, the wrong copied propaganda}.',
    '{c4:Thirty ships wait off Kesterhaven harbour light}.',
  ],
] as const

const choices = fc.array(fc.tuple(...passages.map(() => fc.integer({ min: 0, max: 2 }))), {
  minLength: 2,
  maxLength: 5,
})

const outlets = ['Ant', 'Bee', 'Cat', 'Dog', 'Eel']

function draw(chosen: readonly (readonly number[])[]): Drawn[] {
  return chosen.map((row, index) => {
    const body = row
      .map((pick, at) => passages[at]?.[pick] ?? '')
      .filter((text) => text !== '')
      .join(' ')
    const hours = /for (\d) hours/u.exec(body)?.[1]
    return article(
      outlets[index] ?? '',
      `Report ${index}`,
      `${body} {c9:The harbour of Kesterhaven is open}.`,
      hours ? [['duration', `PT${hours}H`, null, `${hours} hours`]] : [],
    )
  })
}

const run = (drawn: readonly Drawn[], order = drawn): Comparison =>
  compare(
    order.map((item) => item.article),
    alignment(drawn),
  )

describe('any event', () => {
  it('is a valid Comparison whose every finding has evidence inside its articles', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const drawn = draw(chosen)
        const comparison = Comparison.parse(run(drawn))
        const lengths = new Map(drawn.map(({ article: { id, text } }) => [id, text.length]))
        for (const finding of comparison.findings) {
          expect(finding.evidence.length).toBeGreaterThan(0)
          for (const item of finding.evidence) {
            expect(item.start).toBeLessThan(item.end)
            expect(item.end).toBeLessThanOrEqual(lengths.get(item.article) ?? -1)
          }
        }
        const ids = comparison.findings.map((finding) => finding.id)
        expect(new Set(ids).size).toBe(ids.length)
      }),
      { numRuns: 25 },
    )
  })

  it('does not depend on the order of the articles', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const drawn = draw(chosen)
        const forward = run(drawn)
        const backward = run(drawn, [...drawn].reverse())
        expect(backward).toEqual(forward)
      }),
      { numRuns: 25 },
    )
  })

  it('is not changed among the others by an unrelated article', () => {
    const other = article(
      'Zoo',
      'Weather',
      'Snow fell in the hills. {c99:Skiers were pleased with the fresh powder}.',
    )
    fc.assert(
      fc.property(choices, (chosen) => {
        const drawn = draw(chosen)
        const [more, before] = [run([...drawn, other]), run(drawn)]
        expect(more.findings).toEqual(before.findings)
        expect(more.facts).toEqual(before.facts)
      }),
      { numRuns: 20 },
    )
  })

  it('has no finding for two copies of one article', () => {
    fc.assert(
      fc.property(fc.tuple(...passages.map(() => fc.integer({ min: 0, max: 2 }))), (row) => {
        const [one] = draw([row])
        const [other] = draw([row])
        if (!one || !other) return
        const copy: Drawn = { ...other, article: { ...renamed(other), sha256: one.article.sha256 } }
        const both = alignment([one, copy], [[one.article.id, copy.article.id]])
        expect(compare([one.article, copy.article], both).findings).toEqual([])
      }),
      { numRuns: 15 },
    )
  })

  it('never says a banned word of its own', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        const drawn = draw(chosen)
        const { findings } = compareInWords(
          drawn.map((item) => item.article),
          alignment(drawn),
        )
        for (const { sentence } of findings) expect(bannedIn(sentence)).toEqual([])
      }),
      { numRuns: 25 },
    )
  })
})

/** The same article under another id, as a second copy of the same bytes gets one. */
function renamed({ article: own }: Drawn): Drawn['article'] {
  return JSON.parse(JSON.stringify(own).replaceAll(own.id, `${own.id}-2`)) as Drawn['article']
}
