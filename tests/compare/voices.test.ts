/** Who is heard in one report and not named in another. */
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from './worded.js'

const filler = '{c9:The harbour is open again}.'
const said = 'the owner had been told in spring that the hull would not last another winter at sea'

function heard(drawn: readonly Drawn[], groups?: string[][]): readonly Finding[] {
  const articles = drawn.map((item) => item.article)
  return compare(articles, alignment([...drawn], groups)).findings.filter(
    ({ kind }) => kind === 'omitted-quote',
  )
}

const citing = article('Ant', 'Ferry news', `Mara Sol said “{q1|Mara Sol:${said}}”. ${filler}`)
const naming = article('Bee', 'A ferry in need', `A report by Ms Sol is expected in May. ${filler}`)
const silent = article('Cat', 'Crews thanked', `The mayor thanked the crews on the quay. ${filler}`)

describe('a person whom one report cites at length', () => {
  it('is told of with who names her, and who does not', () => {
    const [found, ...more] = heard([citing, naming, silent])
    expect(more).toEqual([])
    expect(found?.articles).toEqual([silent.article.id])
    expect(found?.sentence).toBe(`Who quotes Mara Sol? “${said}” (Ant). Named in Bee. Does not name: Cat.`)
  })

  it('is shown by her words', () => {
    const [found] = heard([citing, silent])
    expect(found?.evidence.map(({ start, end }) => citing.article.text.slice(start, end))).toEqual([
      `“${said}”`,
    ])
  })

  it('is not missed by a report that was read in part', () => {
    const cut = article('Cat', 'Crews thanked', `The mayor thanked the crews. ${filler}`, [], {
      state: 'truncated',
      reasons: ['paywall-markup'],
    })
    expect(heard([citing, cut])).toEqual([])
    expect(
      heard([
        citing,
        silent,
        { ...cut, article: { ...cut.article, outlet: { ...cut.article.outlet, name: 'Dog' } } },
      ])[0]?.sentence,
    ).toMatch(/Does not name: Cat\. Cannot tell: Dog\.$/)
  })

  it('is not missed by a report that gives the words without the name', () => {
    const unnamed = article('Cat', 'Crews thanked', `An engineer said “{q1|an engineer:${said}}”. ${filler}`)
    expect(heard([citing, unnamed])).toEqual([])
  })

  it('is told of with who gives the words without the name', () => {
    const unnamed = article('Dog', 'Crews thanked', `An engineer said “{q1|an engineer:${said}}”. ${filler}`)
    expect(heard([citing, silent, unnamed])[0]?.sentence).toBe(
      `Who quotes Mara Sol? “${said}” (Ant). Similar words without the name in Dog. Does not name: Cat.`,
    )
  })

  it('is shown by words that the report without her could know', () => {
    const on = (drawn: Drawn, publishedAt: string): Drawn => ({
      ...drawn,
      article: { ...drawn.article, publishedAt },
    })
    const again = article(
      'Dog',
      'More',
      `Mara Sol said “{q1|Mara Sol:her report on the hull had been read by nobody in the harbour office, and that she would say so to the court}”. ${filler}`,
    )
    const late = on(again, '2030-05-11T08:00:00Z')
    expect(heard([citing, late, silent])[0]?.sentence).toBe(
      `Who quotes Mara Sol? “${said}” (Ant). Quoted with other words in Dog. Does not name: Cat.`,
    )
    expect(heard([late, silent])).toEqual([])
  })

  it('is nobody who asks', () => {
    const asking = article('Ant', 'Ferry news', `Mara Sol asked “{q1|Mara Sol:${said}}”. ${filler}`)
    const [quote] = asking.article.quotes
    if (!quote) throw new Error('fixture changed')
    const asked = { ...asking, article: { ...asking.article, quotes: [{ ...quote, cueLemma: 'ask' }] } }
    expect(heard([asked, silent])).toEqual([])
    expect(heard([asking, silent])).toHaveLength(1)
  })

  it('says so only where it is told, not where it is demanded', () => {
    const that =
      'that the owner of the ferry put the old hull on the slip at the yard before another winter at sea'
    const by = (verb: string, cueLemma: string): string | undefined => {
      const drawn = article('Ant', 'Ferry news', `Mara Sol ${verb} {q1|Mara Sol:${that}}. ${filler}`)
      const quotes = drawn.article.quotes.map((quote) => ({ ...quote, kind: 'mixed' as const, cueLemma }))
      return heard([{ ...drawn, article: { ...drawn.article, quotes } }, silent])[0]?.sentence
    }
    expect(by('said', 'say')).toMatch(/“that the owner/u)
    expect(by('demanded', 'demand')).toMatch(/“Mara Sol demanded that the owner/u)
  })

  it('is nobody for a few words', () => {
    const brief = article('Ant', 'Ferry news', `Mara Sol said {q1|Mara Sol:the hull was old}. ${filler}`)
    expect(heard([brief, silent])).toEqual([])
  })
})
