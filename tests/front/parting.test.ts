/** Where the reports part: the question, the answers, who is silent and who is not known, what happened. */
import { describe, expect, it, test } from 'vitest'
import { blank, type Finding } from '../../src/model/comparison.js'
import type { Quote } from '../../src/model/annotation.js'
import type { Report } from '../../src/model/report.js'
import { happened } from '../../src/front/happened.js'
import type { Actor, ActorLabel, ActorModifier } from '../../src/model/actor.js'
import { labelArticles } from '../../src/print/labels.js'
import { differing } from '../../src/front/differing.js'
import { describedIn } from '../../src/front/heard.js'
import { pointsBack } from '../../src/front/points-back.js'
import { frontIn, partingOf, printedOf, shortOf, wordsOf, type Parting } from '../../src/print/differences.js'
import { itemAt } from '../../src/text/item-at.js'
import { readText } from '../support/event.js'
import { articles, ferryReport, find, fronted, makeArticle } from '../report/fixture.js'

const labels = labelArticles(ferryReport)
const rows = frontIn(ferryReport).map((finding) => partingOf(ferryReport, labels, finding))
/** The row of one finding, in an event that has no other. */
function rowAlone(report: Report, finding: Finding): Parting {
  const made = fronted({ ...report, findings: [finding] })
  return partingOf(made, labelArticles(made), itemAt(made.findings, 0))
}

const inShort = (row: (typeof rows)[number] | undefined): string[] =>
  (row?.answers ?? []).map((one) => `${wordsOf(one)}: ${labels.letters(one.articles)}`)

/** Mara Holt as the actor of one article, under one label. */
function holtIn(article: string, label: ActorLabel, modifiers: readonly ActorModifier[] = []): Actor {
  const first = { start: 0, end: 1, part: 'body' as const }
  const heard = { direct: 0, indirect: 0, quotes: [] }
  return {
    id: 'a-holt',
    kind: 'person',
    name: 'Mara Holt',
    variants: [],
    speaksAs: 'other',
    byArticle: { [article]: { labels: [label], modifiers, acts: [], heard, first } },
  }
}

describe('rows', () => {
  it('stand in the order of the findings, with an honest total', () => {
    expect(rows.map(({ word }) => word)).toEqual(['contradiction', 'number', 'quotation', 'left out'])
    expect(printedOf(ferryReport)).toBe(5)
  })

  it('give each answer its reports', () => {
    expect(inShort(rows[1])).toEqual(['4,000: A, B', '2,500: C', 'cannot tell: D, E'])
  })

  it('keep those who do not say apart from those of whom it is not known', () => {
    expect(inShort(rows[0])).toEqual([
      'A ferry burned: A',
      'No fire: C',
      'does not say: B',
      'cannot tell: D, E',
    ])
  })

  it('say whose word a side is, where the sides are not of one source', () => {
    const [one] = ferryReport.findings.filter(({ detail }) => detail.type === 'polarity')
    const [burned, denied] = one?.detail.positions ?? []
    if (!one || !burned || !denied) throw new Error('The strike has no opposition.')
    const positions = [{ ...burned, source: null }, denied]
    const { answers } = rowAlone(ferryReport, { ...one, detail: { ...one.detail, positions } })
    expect(answers.slice(0, 2).map(wordsOf)).toEqual([
      expect.not.stringContaining('says'),
      expect.stringMatching(/\(says [^)]+\)$/u),
    ])
  })

  it('print a quotation with the words that a version lacks marked', () => {
    const [full, cut] = rows[2]?.answers ?? []
    expect(full?.pieces.filter(({ differs }) => differs).map(({ text }) => text)).toEqual([
      'but not under threat of a strike',
    ])
    expect(cut && wordsOf(cut)).toBe('“We will return to the table”')
  })

  it('ask with a gap where the values stand, and hold no ellipsis', () => {
    const fact = {
      id: 'ft-1',
      question: 'How many? “… passengers were stranded”',
      kind: 'number' as const,
      column: ferryReport.findings[1]?.column ?? '',
      grade: 'differ' as const,
      values: [
        {
          value: '4000',
          text: '4,000',
          spans: [],
          articles: [articles.courier.id, articles.wireCopy.id],
          texts: 1,
          note: '',
        },
        { value: '2500', text: '2,500', spans: [], articles: [articles.tide.id], texts: 1, note: '' },
      ],
    }
    const [, finding] = ferryReport.findings
    if (!finding) throw new Error('fixture changed')
    const row = rowAlone({ ...ferryReport, facts: [fact] }, finding)
    expect([row.question, row.about]).toEqual(['How many?', `${blank} passengers were stranded`])
    expect(row.answers.map((answer) => `${wordsOf(answer)} (${labels.letters(answer.articles)})`)).toEqual([
      '4,000 (A, B)',
      '2,500 (C)',
      'cannot tell (D, E)',
    ])
  })

  it('say of an omission what is told, in the fewest words of a report', () => {
    const [, , , omission] = ferryReport.findings
    if (!omission) throw new Error('fixture changed')
    const finding: Finding = {
      ...omission,
      column: null,
      evidence: [
        {
          article: articles.courier.id,
          ...find(articles.courier, '4,000 passengers were stranded'),
          role: 'asserts',
        },
        { article: articles.tide.id, ...find(articles.tide, 'There was no fire'), role: 'nearest' },
      ],
      articles: [articles.tide.id],
    }
    const row = rowAlone(ferryReport, finding)
    expect(row.about).toBe('The operator said 4,000 passengers were stranded')
    expect(inShort(row)).toEqual([
      'says this: A',
      'in other words: B',
      'does not say: C',
      'cannot tell: D, E',
    ])
  })

  it('say who tells what one text alone tells, and what it is', () => {
    const alone = ferryReport.findings.find(({ kind }) => kind === 'only-here')
    if (!alone) throw new Error('fixture changed')
    const row = rowAlone(ferryReport, { ...alone, column: null })
    expect(row.about).toBe('The union had warned of the walkout on Friday')
    expect(inShort(row)).toEqual(['says this: A', 'does not say: B, C', 'cannot tell: D, E'])
  })
})

describe('the words that differ', () => {
  const marked = (...answers: string[]): string[] =>
    differing(answers).map((places, at) =>
      places.reduceRight(
        (text, { start, end }) => `${text.slice(0, start)}[${text.slice(start, end)}]${text.slice(end)}`,
        itemAt(answers, at),
      ),
    )

  test.each([
    [
      ['over two years', 'over three years'],
      ['over [two] years', 'over [three] years'],
    ],
    [
      ['a b c d', 'a x y d'],
      ['a [b c] d', 'a [x y] d'],
    ],
    [
      ['one thing', 'another matter'],
      ['one thing', 'another matter'],
    ],
    [
      ['Dock talks fail as mayor walks out', 'Mayor says the talks were a sham'],
      ['Dock talks fail as mayor walks out', 'Mayor says the talks were a sham'],
    ],
    [['alone'], ['alone']],
    [[], []],
  ])('%j', (answers, expected) => {
    expect(marked(...answers)).toEqual(expected)
  })
})

describe('a theme', () => {
  it('is named by a report whose passage on it leaves open what it speaks of, if the name stands there', () => {
    const named = makeArticle({ outlet: 'Named', blocks: ['Ferry', 'Lawyers for the line met Mr. Dowd.'] })
    const other = makeArticle({ outlet: 'Other', blocks: ['Ferry', 'Lawyers for the line met the envoy.'] })
    const shown = makeArticle({
      outlet: 'Shown',
      blocks: ['Ferry', 'Anna Dowd ran the ferry line for years.'],
    })
    const at = (article: typeof named, role: 'asserts' | 'context') => ({
      article: article.id,
      ...find(
        article,
        article === shown ? 'Anna Dowd ran the ferry line for years.' : 'Lawyers for the line',
      ),
      role,
    })
    const theme: Finding = {
      id: 'f-theme',
      kind: 'omitted-theme',
      severity: 'prominence',
      articles: [articles.tide.id],
      column: null,
      evidence: [at(shown, 'asserts'), at(named, 'context'), at(other, 'context')],
      confidence: 1,
      salience: 1,
      detail: { referent: 'Dowd' },
      sentence: 'x',
    }
    const report = { ...ferryReport, articles: [shown, named, other, articles.tide] }
    const letters = labelArticles(report)
    const { answers } = rowAlone(report, theme)
    expect(answers.map((one) => `${wordsOf(one)}: ${letters.letters(one.articles)}`)).toEqual([
      '“Anna Dowd ran the ferry line for years”: B',
      'names too: C',
      'does not name: A',
      'cannot tell: D',
    ])
  })
})

describe('words in which a report mentions something', () => {
  const words = 'the old lighthouse of Vell needs a new lamp and a keeper'
  const sentence = `Ida Brandt said that ${words}.`
  /** What is printed of a report in which the words are credited so. */
  function printedOf(text: string, { part = words, ...credit }: { part?: string } & Partial<Quote>): string {
    const told = makeArticle({ outlet: 'Vell', blocks: ['Coast', text] })
    const quote: Quote = {
      id: `${told.id}-q0`,
      kind: 'direct',
      content: [find(told, part)],
      source: [],
      cue: [],
      speaker: null,
      cueLemma: 'say',
      stance: 'neutral',
      confidence: null,
      ...credit,
    }
    const theme: Finding = {
      id: 'f-theme',
      kind: 'omitted-theme',
      severity: 'prominence',
      articles: [articles.tide.id],
      column: null,
      evidence: [{ article: told.id, ...find(told, part), role: 'asserts' }],
      confidence: 1,
      salience: 1,
      detail: { referent: 'lighthouse' },
      sentence: 'x',
    }
    const report = { ...ferryReport, articles: [{ ...told, quotes: [quote] }, articles.tide] }
    const { answers } = rowAlone(report, theme)
    return answers[0] ? wordsOf(answers[0]) : ''
  }
  const brandt = { entity: null, name: 'Ida Brandt' }

  it('are the report’s own sentence where it reports what somebody said', () => {
    const source = [find(makeArticle({ outlet: 'Vell', blocks: ['Coast', sentence] }), 'Ida Brandt')]
    expect(printedOf(sentence, { kind: 'indirect', speaker: brandt, source })).toBe(
      `“Ida Brandt said that ${words}”`,
    )
  })

  it('stand behind the name of who says them in quotation marks, and nowhere where nobody knows who does', () => {
    const said = `The ${words.slice(4)}.`
    expect(printedOf(said, { part: said, speaker: brandt })).toBe(`Ida Brandt: “${said.slice(0, -1)}”`)
    expect(printedOf(said, { part: said })).toBe('mentions it too')
  })

  it('are not shown where they speak of somebody by a pronoun alone', () => {
    const told = `They add that ${words}.`
    expect(printedOf(told, { part: told, speaker: brandt })).toBe('mentions it too')
  })
})

describe('a passage that is shown alone', () => {
  it.each([
    ['said Ann Lowe, the mayor of Dorn', true],
    ['It will be closed for a year', true],
    ['The bridge will be closed for a year', false],
  ])('“%s”: goes back to what is not shown %j', async (words, goesBack) => {
    const text = `“The bridge will be closed for a year,” said Ann Lowe, the mayor of Dorn. It will be closed for a year.`
    const told = await readText('a.txt', `Bridge of Dorn closed\n\n${text}`)
    const start = told.text.indexOf(words)
    expect(pointsBack(told, { start, end: start + words.length })).toBe(goesBack)
  })
})

describe('who is heard', () => {
  const said = 'We will return to the table, but not under threat of a strike,'
  const voice: Finding = {
    id: 'f-voice',
    kind: 'omitted-quote',
    severity: 'prominence',
    articles: [articles.tide.id],
    column: null,
    evidence: [{ article: articles.courier.id, ...find(articles.courier, said), role: 'asserts' }],
    confidence: 1,
    salience: 1,
    detail: { referent: 'Mara Holt', reason: 'the name was not found in the whole text' },
    sentence: 'x',
  }

  it('is shown by what a report lets the person say, in a whole sentence', () => {
    const { answers } = rowAlone(ferryReport, voice)
    expect(shortOf(voice)).toBe('Mara Holt')
    expect(answers.map((one) => `${wordsOf(one)}: ${labels.letters(one.articles)}`)).toEqual([
      '“We will return to the table, but not under threat of a strike”: A',
      'does not name: C',
      'cannot tell: B, D, E',
    ])
  })

  it.each([
    ['Representative Mara Holt', [], 'Representative Mara Holt'],
    ['Ms. Mara Holt', [], 'Mara Holt'],
    ['Representative Mara Holt', ['leader of the crews'], 'Mara Holt (leader of the crews)'],
    ['Mara Holt', ['report by the inspector'], 'Mara Holt'],
    ['Mara Holt', ['one of the defence lawyers'], 'Mara Holt (one of the defence lawyers)'],
    ['Mara Holt', ['The line’s captain'], 'Mara Holt (the line’s captain)'],
    ['Mara Holt', ['Her spokesman'], 'Mara Holt (spokesman)'],
  ])('%s, %j: described as %j', (label, appositions, about) => {
    const modifiers = appositions.map((words) => ({
      words,
      kind: 'apposition' as const,
      voice: 'own' as const,
      start: 0,
      end: 1,
    }))
    const spans = [{ start: 0, end: 1 }]
    const actor = holtIn(articles.courier.id, { words: label, kind: 'name', count: 1, spans }, modifiers)
    expect(describedIn({ actors: [actor], articles: ferryReport.articles }, voice)).toBe(about)
  })

  it.each([
    ['The price is too high, said former Senator Mara Holt.', 'former Senator Mara Holt'],
    ['Others, among them Harbour Party Senator Mara Holt, stayed away.', 'Harbour Party Senator Mara Holt'],
    ['Yesterday Senator Mara Holt stayed away.', 'Senator Mara Holt'],
  ])('%s', (sentence, office) => {
    const article = makeArticle({ outlet: 'Courier', blocks: ['Ferry', sentence] })
    const words = 'Senator Mara Holt'
    const actor = holtIn(article.id, { words, kind: 'name', count: 1, spans: [find(article, words)] })
    const evidence = [{ article: article.id, ...find(article, sentence), role: 'asserts' as const }]
    expect(describedIn({ actors: [actor], articles: [article] }, { ...voice, evidence })).toBe(office)
  })

  it('is shown by the sentence of the report where what she said has no main clause', () => {
    const told = makeArticle({
      outlet: 'Plain',
      blocks: ['Ferry', 'Mara Holt said that if there is no answer from the port, the crews may strike.'],
    })
    const place = find(told, 'that if there is no answer from the port')
    const evidence = [{ article: told.id, ...place, role: 'asserts' as const }]
    const [first] = rowAlone(
      { ...ferryReport, articles: [told, articles.tide] },
      { ...voice, evidence },
    ).answers
    expect(first && wordsOf(first)).toBe(
      'in the report’s words: “Mara Holt said that if there is no answer from the port, the crews may strike”',
    )
  })

  it('is merely cited where the sentence is long', () => {
    const words = `“${'and the ferry sails '.repeat(10)}”`
    const long = makeArticle({ outlet: 'Long', blocks: ['Ferry', `${words}, said Mara Holt.`] })
    const evidence = [{ article: long.id, ...find(long, words), role: 'asserts' as const }]
    const report = { ...ferryReport, articles: [long, articles.tide] }
    const [first] = rowAlone(report, { ...voice, evidence }).answers
    expect(first && wordsOf(first)).toBe('quotes this person')
  })

  it.each([
    ['Mara Holt asked the crews to wait for the new roster until Friday.', true],
    // Nobody knows whose words these are.
    ['The director asked the crews to wait for the new roster until Friday.', false],
    // Nor what was said.
    ['said Mara Holt, the director.', false],
  ])('“%s”: in front %j', (words, isThere) => {
    const told = makeArticle({ outlet: 'Courier', blocks: ['Ferry', words] })
    const evidence = [{ article: told.id, ...find(told, words), role: 'asserts' as const }]
    const report = { ...ferryReport, articles: [told, articles.tide], findings: [{ ...voice, evidence }] }
    const { front, findings } = fronted(report)
    expect(front).toEqual(isThere ? [voice.id] : [])
    // What is not in front is in the smaller list.
    expect(findings.map(({ severity }) => severity)).toEqual([isThere ? 'prominence' : 'note'])
  })

  it('is shown in the whole sentence of the report, where the quotation is one sentence in two pieces', () => {
    const sentence = '“We are open to shorter hours,” said Mara Holt, “but we also want the ferry to sail.”'
    const article = makeArticle({ outlet: 'Courier', blocks: ['Ferry', sentence] })
    const pieces = ['“We are open to shorter hours,”', '“but we also want the ferry to sail.”'].map((words) =>
      find(article, words),
    )
    const quote = {
      id: `${article.id}-q0`,
      kind: 'direct' as const,
      content: pieces,
      source: [],
      cue: [],
      speaker: null,
      cueLemma: 'say',
      stance: 'neutral' as const,
      confidence: null,
    }
    const evidence = pieces.map((piece) => ({ article: article.id, ...piece, role: 'asserts' as const }))
    const told = { ...article, quotes: [quote] }
    const report = { ...ferryReport, articles: [told, articles.tide] }
    const { answers } = rowAlone(report, { ...voice, evidence, articles: [articles.tide.id] })
    expect(answers.map(wordsOf).join(' ')).toContain('shorter hours,’ said Mara Holt, ‘but we also')
  })

  it('quotes other words, where three reports are shown; what prints the words of one prints most of these', () => {
    const said = [
      '“The ferry sails again at noon on Friday,” said Mara Holt.',
      '“Nobody asked us about the price,” said Mara Holt.',
      '“Our crews have waited here for weeks,” said Mara Holt.',
      '“Nobody asked us about the price,” Mara Holt said at noon.',
      '“The island cannot live from tourists alone,” said Mara Holt.',
    ]
    // The same words here and there are not what she said.
    const scattered = [
      'Passengers asked for boats.',
      'The sea is calm.',
      'Nobody sold tickets.',
      'It rains.',
      'The price is high.',
    ]
    const told = said.map((words, at) =>
      makeArticle({ outlet: `Outlet ${at}`, blocks: ['Ferry', words, ...(at === 2 ? scattered : [])] }),
    )
    const evidence = told.map((article, at) => {
      const place = find(article, said[at]?.split(',”')[0]?.slice(1) ?? '')
      return { article: article.id, ...place, role: 'asserts' as const }
    })
    const report = { ...ferryReport, articles: [...told, articles.tide] }
    const { answers } = rowAlone(report, { ...voice, evidence, articles: [articles.tide.id] })
    expect(answers.map(wordsOf)).toEqual([
      'in the report’s words: “‘The ferry sails again at noon on Friday,’ said Mara Holt”',
      'in the report’s words: “‘Nobody asked us about the price,’ said Mara Holt”',
      'in the report’s words: “‘Our crews have waited here for weeks,’ said Mara Holt”',
      'prints most of these words',
      'quotes other words',
      'does not name',
    ])
  })
})

describe('an answer that a second reader noted', () => {
  const [first] = ferryReport.findings
  const said = (text: string): string => {
    if (!first) throw new Error('fixture changed')
    const answers = [{ text, by: 'Mara Holt', articles: [articles.tide.id] }]
    const noted = {
      ...first,
      by: 'reader' as const,
      notes: [0],
      question: 'Is it needed?',
      about: '',
      answers,
    }
    const made = { ...fronted(ferryReport), findings: [noted], front: [noted.id] }
    return partingOf(made, labels, noted).answers.map(wordsOf)[0] ?? ''
  }

  it('opens with who says it, where its words do not', () => {
    expect(said('Nobody needs a second ferry')).toBe('Mara Holt: Nobody needs a second ferry')
    expect(said('Mara Holt said that nobody needs a second ferry')).toBe(
      'Mara Holt said that nobody needs a second ferry',
    )
  })
})

describe('what happened', () => {
  const told = (...lines: readonly string[]): string | null => {
    const drawn = lines.map((line, index) =>
      makeArticle({ outlet: `Outlet ${index}`, blocks: [line, `The harbour office, text ${index}.`] }),
    )
    const groups = drawn.map(({ id }) => [id])
    const independence = { ...ferryReport.independence, groups }
    return happened({ ...ferryReport, facts: [], articles: drawn, independence })?.words ?? null
  }

  it('is a headline whose words all open with', () => {
    expect(
      told(
        'Crews of the ferry line walk out',
        'The ferry crews walk out at Halden line',
        'Ferry line: its crews walk out',
      ),
    ).toBe('Crews of the ferry line walk out')
  })

  it('is nothing where one alone has what happened', () => {
    expect(
      told(
        'Director of the ferry line quits',
        'Strike at the ferry line',
        'The ferry line is on strike, its director says',
      ),
    ).toBeNull()
  })

  it('is no headline of what is still to come in another', () => {
    const [done, ahead] = [
      'Council rejects the veto of the mayor',
      'Council is set to reject the veto of the mayor',
    ]
    expect(told(done, 'The veto of the mayor: council rejects it')).toBe(done)
    expect(told(done, ahead)).not.toBe(done)
  })

  it('is nothing that stands among the differences as a headline', () => {
    const lines = ['Crews of the ferry line walk out', 'The ferry crews walk out at Halden line']
    const drawn = lines.map((line, at) =>
      makeArticle({ outlet: `Outlet ${at}`, blocks: [line, `The harbour office, text ${at}.`] }),
    )
    const independence = { ...ferryReport.independence, groups: drawn.map(({ id }) => [id]) }
    const event = { ...ferryReport, facts: [], articles: drawn, independence }
    const [found] = ferryReport.findings
    if (!found) throw new Error('fixture changed')
    const evidence = drawn.map(({ id }, at) => ({
      article: id,
      start: 0,
      end: lines[at]?.length ?? 0,
      role: 'headline' as const,
    }))
    expect(happened(event)).not.toBeNull()
    expect(happened(event, [{ ...found, kind: 'headline-focus', evidence }])).toBeNull()
  })

  it('is no headline with a number that another does not give', () => {
    const walkout = told(
      'Ferry crews walk out, 40 stranded',
      'Ferry crews walk out',
      'Crews of ferry walk out',
    )
    expect(walkout).not.toContain('40')
  })

  it('is nothing that reports dispute', () => {
    const [fact] = ferryReport.facts
    if (!fact) throw new Error('fixture changed')
    const disputed = {
      ...fact,
      grade: 'differ' as const,
      values: fact.values.map((value) => ({ ...value, text: 'ferry' })),
    }
    expect(happened({ ...ferryReport, facts: [disputed] })?.words ?? '').not.toContain('ferry')
  })
})
