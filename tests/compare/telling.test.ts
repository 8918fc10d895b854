/** Lenses on headlines, places, verbs, names and voices: one case that must be found, one that must not. */
import { describe, expect, it } from 'vitest'
import { compare } from '../../src/compare/compare.js'
import { limitMovedBy } from '../../src/compare/thresholds.js'
import { without } from '../../src/compare/without.js'
import { profileOf } from '../../src/compare/profiles.js'
import type { Finding, FindingKind } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'

function findings(...drawn: Drawn[]): readonly Finding[] {
  return compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).findings
}

const of = (list: readonly Finding[], kind: FindingKind): readonly Finding[] =>
  list.filter((finding) => finding.kind === kind)

/** The cue of the n-th quote, which the drawing leaves out. */
function withCue({ article: own, marks }: Drawn, words: string, lemma: string): Drawn {
  const start = own.text.indexOf(words)
  const quotes = own.quotes.map((quote) => ({
    ...quote,
    cue: [{ start, end: start + words.length }],
    cueLemma: lemma,
  }))
  return { marks, article: { ...own, quotes } }
}

describe('headline-focus', () => {
  const shared = '{c1:The council met in Orla on Friday to decide on the harbour}.'

  it('is one finding for the event, with each headline as its report prints it', () => {
    const list = of(
      findings(
        article('Ant', 'Fishermen block the bridge with their boats', shared),
        article('Bee', 'Council spends three million on harbour', shared),
        article('Cat', 'Three million for the harbour, council decides', shared),
      ),
      'headline-focus',
    )
    expect(list).toHaveLength(1)
    expect(list[0]?.sentence).toBe(
      'The headlines differ: “Fishermen block the bridge with their boats” (Ant); “Council spends three million on harbour” (Bee); “Three million for the harbour, council decides” (Cat).',
    )
  })

  it('is silent where the headlines are on one matter', () => {
    const one = article('Ant', 'Council spends three million on harbour', shared)
    const other = article('Bee', 'Council to spend three million on the harbour', shared)
    expect(of(findings(one, other), 'headline-focus')).toEqual([])
  })
})

describe('headline-body', () => {
  const plain = article('Bee', 'Envoys meet in Orla', '{c1:The envoys met in Orla on Friday}.')

  it('sets an outcome that the headline announces against the body that has none', () => {
    const found = of(
      findings(
        article(
          'Ant',
          'Orla talks bring sides closer to a deal',
          '{c1:The envoys met in Orla on Friday}. They left without a deal.',
        ),
        plain,
      ),
      'headline-body',
    )
    expect(found).toHaveLength(1)
    expect(found[0]?.sentence).toContain('without a deal')
  })

  it('takes a headline that says so itself for none', () => {
    const same = article(
      'Ant',
      'No deal after Orla talks',
      '{c1:The envoys met in Orla on Friday}. They left without a deal.',
    )
    expect(of(findings(same, plain), 'headline-body')).toEqual([])
  })

  it.each([
    ['say', 1],
    ['confirm', 0],
    ['admit', 0],
  ])('of an accusation that somebody is told to “%s”: %i', (cueLemma, expected) => {
    const drawn = article(
      'Ant',
      'Clerk stole harbour plans in Orla',
      'Mara Sol said {c2|Mara Sol:a clerk stole harbour plans in Orla}. {c1:The envoys met in Orla on Friday}.',
    )
    const quotes = drawn.article.quotes.map((quote) => ({ ...quote, cueLemma }))
    const told = { ...drawn, article: { ...drawn.article, quotes } }
    expect(of(findings(told, plain), 'headline-body')).toHaveLength(expected)
  })

  it('needs another text to be a difference', () => {
    const one = article(
      'Ant',
      'Orla talks bring progress',
      '{c1:The envoys met on Friday}. There was no progress.',
    )
    expect(of(findings(one), 'headline-body')).toEqual([])
  })
})

describe('attribution-verb', () => {
  const said = withCue(
    article('Ant', 'Accord', '“{q1|Mara Sol:The night shift was never safe},” Mara Sol said.'),
    'said',
    'say',
  )

  it('shows the verb of each report, and counts nothing', () => {
    const admitted = withCue(
      article('Bee', 'Accord', '“{q1|Mara Sol:The night shift was never safe},” Mara Sol admitted.'),
      'admitted',
      'admit',
    )
    const [found] = of(findings(said, admitted), 'attribution-verb')
    expect(found?.sentence).toContain('“said” (Ant); “admitted” (Bee)')
    expect(found?.sentence).not.toMatch(/\d|per cent|times/u)
  })

  it('takes two neutral verbs for none', () => {
    const told = withCue(
      article('Bee', 'Accord', '“{q1|Mara Sol:The night shift was never safe},” Mara Sol told us.'),
      'told',
      'tell',
    )
    expect(of(findings(said, told), 'attribution-verb')).toEqual([])
  })
})

describe('naming', () => {
  it('ties acts of one name together where a column joins their sentences', () => {
    const one = article('Ant', 'Orla', '{c1:The capture of Dorn gave the army a bridge over the river}.')
    const other = article('Bee', 'Orla', '{c1:The liberation of Dorn gave the army a bridge over the river}.')
    const [found] = of(findings(one, other), 'naming')
    expect(
      Object.values(found?.detail.labels ?? {})
        .flat()
        .sort(),
    ).toEqual(['capture of Dorn', 'liberation of Dorn'])
  })

  it('does not take two things that one report tells side by side for one', () => {
    const one = article(
      'Ant',
      'Orla',
      '{c1:The capture of Dorn gave the army a bridge after the liberation of Dorn failed}.',
    )
    const other = article('Bee', 'Orla', '{c1:The liberation of Dorn gave the army a bridge over the river}.')
    expect(of(findings(one, other), 'naming')).toEqual([])
  })

  it('notes a label in quotation marks once, whoever sets them', () => {
    const told = (outlet: string, label: string): Drawn =>
      article(outlet, 'Accord', `{c1:The ${label} of the army has slowed since May}.`)
    const marked = (outlet: string): Drawn => {
      const drawn = told(outlet, '“reform”')
      const start = drawn.article.text.indexOf('“reform”')
      const own = { kind: 'scare' as const, start, end: start + '“reform”'.length }
      return { ...drawn, article: { ...drawn.article, marked: [own] } }
    }
    const noted = of(findings(told('Ant', 'reform'), marked('Bee'), marked('Cob')), 'naming')
    expect(noted.map(({ sentence }) => sentence)).toEqual([
      'Reports name reform differently: “reform” (Ant); “reform” in quotation marks (Bee); “reform” in quotation marks (Cob).',
    ])
  })
})

describe('loaded words and who is heard', () => {
  const filler =
    'The crews worked through the night and the harbour office counted the boats in the rain. '.repeat(10)
  const shared = '{c1:The council met in Orla on Friday to decide on the harbour}.'

  it('counts hedges in own voice, and not the month', () => {
    const own = article(
      'Ant',
      'Orla',
      `The crane may sink and could block the quay by May. In May some boats left. ${shared}`,
    )
    const { hedges, hedgesInOwnWords } = profileOf(own.article)
    expect(hedges?.map(({ word, count }) => [word, count])).toEqual([
      ['may', 1],
      ['could', 1],
    ])
    expect(hedgesInOwnWords).toBe(2)
  })

  it('counts listed words in own voice alone', () => {
    const own = article('Ant', 'Orla', `The vicious, pathetic and shameful plan was dropped. ${shared}`)
    const quoted = article(
      'Bee',
      'Orla',
      `“{q1|Mara Sol:A vicious, pathetic and shameful plan},” Mara Sol said. ${shared}`,
    )
    expect(
      profileOf(own.article)
        .loaded?.map(({ word }) => word)
        .sort(),
    ).toEqual(['pathetic', 'shameful', 'vicious'])
    expect(profileOf(quoted.article).loaded).toEqual([])
  })

  it('sets the words credited to one speaker beside one another', () => {
    const long =
      'We asked for light, for rails, for a doctor on call and for an answer, and in nine years of asking we were given a form to fill in and a number that nobody picks up after six'
    const much = article('Ant', 'Orla', `“{q1|Mara Sol:${long}},” Mara Sol said. ${shared} ${filler}`)
    const little = article(
      'Bee',
      'Orla',
      `“{q1|Mara Sol:We asked for light},” Mara Sol said. ${shared} ${filler}`,
    )
    const [found] = of(findings(much, little), 'source-balance')
    expect(found?.sentence).toMatch(/Words credited to Mara Sol: \d+ of \d+ \(Ant\); 4 of \d+ \(Bee\)/u)
  })
})

describe('only-here', () => {
  const shared = '{c1|Mara Sol:The union signed the accord on Friday}, Mara Sol said.'

  it('is told by one text and is nowhere else', () => {
    const one = article(
      'Ant',
      'Accord',
      `${shared} {c2:Mara Sol hid the minutes of the pension board from the auditors}.`,
    )
    const other = article('Bee', 'Accord', shared)
    expect(of(findings(one, other), 'only-here').map(({ articles }) => articles)).toEqual([[one.article.id]])
  })
})

describe('stability', () => {
  const teller = (name: string): Drawn =>
    article(
      name,
      `Ferry ${name}`,
      '{c1:The ferry Marigold ran aground near Ostrava Point}. {c2:The mayor thanked the crews on the quay}.',
    )
  const lacking = article('Cat', 'Crews thanked', '{c2:The mayor thanked the crews on the quay}.')

  it('counts the re-runs that leave the ground of a finding standing', () => {
    const [found] = of(findings(teller('Ant'), teller('Bee'), teller('Dog'), lacking), 'omitted-claim')
    // Two moves of the thresholds and one of three tellers left out at a time; without Cat there is nothing to find.
    expect(found).toMatchObject({ stability: 1, reruns: 5 })
  })

  it('keeps what does not come out again off the front', () => {
    for (const { stability, severity } of findings(teller('Ant'), teller('Bee'), lacking))
      if ((stability ?? 1) < 1) expect(severity).toBe('note')
  })

  it('moves thresholds by the factor and keeps them below 1', () => {
    expect(limitMovedBy(1.1)(0.5)).toBe(0.55)
    expect(limitMovedBy(1.1)(0.98)).toBe(0.99)
    expect(limitMovedBy(0.9)(0.5)).toBe(0.45)
  })

  it('leaves no trace of the article it takes out', () => {
    const drawn = [teller('Ant'), teller('Bee'), lacking]
    const id = drawn[0]?.article.id ?? ''
    const rest = without(alignment(drawn), id)
    expect(JSON.stringify(rest)).not.toContain(id)
    expect(rest.claims.find((column) => column.id === 'col-c1')?.texts).toBe(1)
  })
})

describe('told with no source, in another column than the credited clauses', () => {
  const own = article(
    'Ant',
    'Push',
    '{c1:Border units are moving quickly along the whole northern line}. {c9:Snow fell on the capital}.',
  )
  const first = (name: string): Drawn =>
    article(
      name,
      'Pace',
      'Mara Sol said {c2|Mara Sol:border units moved faster along the northern line since May}. {c9:Snow fell on the capital}.',
    )
  const second = (column: string): Drawn =>
    article(
      'Cat',
      'Speed',
      `Ilse Brand said {${column}|Ilse Brand:the army push along the northern border was the widest in years}. {c9:Snow fell on the capital}.`,
    )
  const dropped = (...drawn: Drawn[]): readonly Finding[] => of(findings(...drawn), 'attribution-dropped')

  it('counts what is credited beside a clause that says the same', () => {
    const [found] = dropped(own, first('Bee'), second('c2'))
    expect(found?.articles).toEqual([own.article.id])
    expect(found?.sentence).toContain('“Mara Sol” (Bee)')
    expect(found?.sentence).toContain('“Ilse Brand” (Cat)')
  })

  it('is a note, also where it accuses: readers of real coverage signed none', () => {
    const plain = (words: string): Drawn =>
      article('Ant', 'Snow', `{c1:${words}}. {c9:Snow fell on the capital}.`)
    const told = (outlet: string, speaker: string, words: string, hedged = ''): Drawn =>
      article(
        outlet,
        'Snow',
        `${speaker} said {c1${hedged}|${speaker}:${words}}. {c9:Snow fell on the capital}.`,
      )
    const severityOf = (words: string, other = words, hedged = ''): string | undefined =>
      dropped(
        plain(words),
        told('Bee', 'Mara Sol', other, hedged),
        told('Cat', 'Ilse Brand', other, hedged),
      )[0]?.severity
    expect(severityOf('forty lorries stood near the summit of the pass')).toBe('note')
    expect(
      severityOf(
        'forty lorries stood near the summit of the pass',
        'forty lorries may have stood near the summit of the pass',
        '?',
      ),
    ).toBe('note')
    expect(severityOf('the council stole forty lorries near the summit of the pass')).toBe('note')
  })

  it('keeps what is on one matter and tells another act as a note', () => {
    const one = article(
      'Ant',
      'Cranes',
      '{c1:The port of Orla will buy four cranes for the north quay}. {c9:It rained}.',
    )
    const other = article(
      'Bee',
      'Cranes',
      'Mara Sol said {c1?|Mara Sol:the reckless plan for the cranes may sink the port}. {c9:It rained}.',
    )
    expect(dropped(one, other).map(({ severity }) => severity)).toEqual(['note'])
  })

  it('does not count the same words credited in a column of their own', () => {
    expect(dropped(own, first('Bee'), second('c3'))).toEqual([])
  })
})
