/** Omissions where one text alone is linked and another has a passage close to it. */
import { describe, expect, it } from 'vitest'
import { settleCells } from '../../src/align/silence.js'
import type { Finding } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from './worded.js'

function omitted(drawn: readonly Drawn[], groups?: string[][]): readonly Finding[] {
  const articles = drawn.map((item) => item.article)
  const settled = settleCells(articles, alignment([...drawn], groups))
  return compare(articles, settled).findings.filter(({ kind }) => kind === 'omitted-claim')
}

const filler = '{c9:The harbour is open again}.'
const teller = article(
  'Ant',
  'Ferry news',
  `{c1:The ferry Marigold ran aground near Ostrava Point}. ${filler}`,
)
const paraphrase = article(
  'Bee',
  'A ferry in need',
  `{c2:Near Ostrava Point the Marigold, a ferry, hit the ground}. ${filler}`,
)
const silent = article('Cat', 'Crews thanked', `{c3:The mayor thanked the crews on the quay}. ${filler}`)

describe('a thing that one text tells and another has a passage close to', () => {
  it('is told of the third alone', () => {
    const [found, ...more] = omitted([teller, paraphrase, silent])
    expect(more).toEqual([])
    expect(found?.articles).toEqual([silent.article.id])
    expect(found?.sentence).toBe(
      'Which reports say this? “The ferry Marigold ran aground near Ostrava Point” (Ant). Does not say: Cat. Cannot tell: Bee.',
    )
  })

  it('is told once, though each of the two stands in a column of its own', () => {
    expect(omitted([teller, paraphrase, silent])).toHaveLength(1)
    expect(omitted([paraphrase, silent, teller])).toHaveLength(1)
  })

  it('is not told of a report that has something of it', () => {
    const half = article(
      'Cat',
      'Crews thanked',
      `{c3:The ferry crews at Ostrava had the thanks of the mayor}. ${filler}`,
    )
    expect(omitted([teller, paraphrase, half])).toEqual([])
  })

  it('is not told where the other passage is of the same text', () => {
    const ids = [teller, paraphrase, silent].map((item) => item.article.id)
    expect(omitted([teller, paraphrase, silent], [ids.slice(0, 2), ids.slice(2)])).toEqual([])
  })

  it('is not told where the two share a single word', () => {
    const [one, two] = [
      article('Ant', 'Towing', `{c1:Tugs have towed the Marigold}. ${filler}`),
      article('Bee', 'Repairs', `{c2:Nobody has painted the Marigold}. ${filler}`),
    ]
    expect(omitted([one, two, silent])).toEqual([])
  })
})

describe('a thing of which one whole report cannot be told', () => {
  const lacking = article('Cat', 'Crews thanked', `{c3:The mayor thanked the crews on the quay}. ${filler}`)
  const standing = (words: string): readonly string[] => {
    const third = article('Dog', 'A week', `{c4:${words}}. ${filler}`)
    const drawn = [teller, lacking, third].map((item) => item.article)
    return compare(drawn, settleCells(drawn, alignment([teller, lacking, third])))
      .findings.filter(({ sentence }) =>
        sentence.includes('“The ferry Marigold ran aground near Ostrava Point”'),
      )
      .map(({ severity, sentence }) => `${severity}: ${sentence.replace(/^.*?\)\. /u, '')}`)
  }

  it('stands in front where both others lack it', () => {
    expect(standing('The museum stayed shut on Monday')).toEqual(['prominence: Does not say: Dog and Cat.'])
  })

  it('stands in the tables where one of them may tell it', () => {
    expect(standing('The Marigold lay near Ostrava Point')).toEqual([
      'note: Does not say: Cat. Cannot tell: Dog.',
    ])
  })
})
