/** Notes of a second reader on an invented event: what stands is printed in the texts' own words, what does not is counted by reason. */
import { describe, expect, it } from 'vitest'
import { generatorOf } from '../../src/generator.js'
import { Report } from '../../src/model/report.js'
import { Notes, type NoteDifference, type NotePair, type NoteReader } from '../../src/model/notes.js'
import { merged } from '../../src/notes/findings.js'
import { compareArticles } from '../../src/pipeline.js'
import { renderHtml } from '../../src/print/html/page.js'
import { renderMarkdown } from '../../src/print/markdown.js'
import { renderTerminal } from '../../src/print/terminal.js'
import { article } from '../align/draw.js'

const texts = {
  'harbour.txt': `Bridge in Velden closed

Engineers closed the harbour bridge in Velden on Monday. The repair will cost 12 million crowns, the mayor, Ida Brandt, said.

The council did not warn the ferry company before the bridge was closed. “We will not open it before it is safe for every child,” Ida Brandt told reporters.

Ferry captain Olaf Rehn said the council had been told of the crack in March.
`,
  'courier.txt': `Velden bridge shut for repairs

The harbour bridge in Velden was closed on Tuesday after a diver found a crack in a steel cable. The repair will cost 15 million crowns, the mayor, Ida Brandt, said.

Ida Brandt said: “We will not open it before it is safe.” If the cable breaks, the bridge may fall, an engineer warned.
`,
  'valley.txt': `Ferries carry commuters

Ferries carry commuters free of charge until May, since the harbour bridge in Velden is closed. Bakers near the bridge complain of empty shops.
`,
}

type Given = Partial<NoteDifference> & Pick<NoteDifference, 'kind' | 'question' | 'answers'>

function noted(
  differences: readonly Given[],
  pairs: readonly NotePair[] = [],
  more: Readonly<Record<string, string>> = {},
): Report {
  const notes = Notes.parse({
    format: 'synoptic-notes/1',
    reader: { kind: 'person', name: 'a desk editor' },
    differences: differences.map((given) => ({ silent: [], weight: 3, ...given })),
    pairs,
  })
  const articles = Object.entries({ ...texts, ...more }).map(([name, text]) => article(name, text))
  const generator = generatorOf({ zone: 'UTC', text: true })
  const input = { title: null, articles, issues: [], generator, notes: { notes, sha256: 'a'.repeat(64) } }
  return Report.parse(compareArticles(input))
}

const findingOf = (report: Report, note = 0): Report['findings'][number] => {
  const found = report.findings.find(({ notes }) => notes?.includes(note))
  if (!found) throw new Error(`note ${note} has no finding`)
  return found
}
const sourcesOf = (report: Report, ids: readonly string[] = []): string[] =>
  report.articles.filter(({ id }) => ids.includes(id)).map(({ source }) => source)

const cost: Given = {
  kind: 'value',
  question: 'How much will the repair cost?',
  answers: [
    { source: 'harbour.txt', words: 'The repair will cost 12 million crowns', by: 'Ida Brandt' },
    { source: 'courier.txt', words: 'The repair will cost 15 million crowns', by: 'Ida Brandt' },
  ],
  silent: ['valley.txt'],
}

describe('who says it', () => {
  const warned = (by?: string): Given => ({
    kind: 'omission',
    question: 'Did the bridge stay safe?',
    answers: [
      {
        source: 'courier.txt',
        words: 'If the cable breaks, the bridge may fall',
        ...(by === undefined ? {} : { by }),
      },
    ],
    silent: ['valley.txt'],
  })
  const saidBy = (report: Report, note: number): string | null | undefined =>
    findingOf(report, note).answers?.map(({ by }) => by)[0]

  it('is as the text has it, where the reader names nobody anywhere', () => {
    expect(saidBy(noted([warned()]), 0)).toBe('an engineer')
  })

  it('is the report itself, where the reader names others elsewhere and nobody here', () => {
    expect(saidBy(noted([cost, warned()]), 1)).toBeNull()
  })

  it('is who is quoted, whatever the reader leaves out', () => {
    const quoted: Given = {
      kind: 'omission',
      question: 'When will the bridge open?',
      answers: [{ source: 'courier.txt', words: 'We will not open it before it is safe' }],
      silent: ['valley.txt'],
    }
    expect(saidBy(noted([cost, quoted]), 1)).toBe('Ida Brandt')
  })
})

describe('a difference that stands', () => {
  it('is a conflict where what the question asks for differs, with the located words as evidence', () => {
    const report = noted([cost])
    const finding = findingOf(report)
    expect(finding).toMatchObject({
      kind: 'conflict',
      question: cost.question,
      by: 'both',
      detail: { type: 'number' },
    })
    expect(report.front?.[0]).toBe(finding.id)
    expect(finding.answers?.map(({ text, by }) => [text, by])).toEqual([
      ['The repair will cost 12 million crowns, the mayor, Ida Brandt, said', 'Ida Brandt'],
      ['The repair will cost 15 million crowns, the mayor, Ida Brandt, said', 'Ida Brandt'],
    ])
    expect(
      finding.answers?.map(({ text, differs = [] }) => differs.map((at) => text.slice(at.start, at.end))),
    ).toEqual([['The repair will cost 12 million crowns'], ['The repair will cost 15 million crowns']])
    expect(sourcesOf(report, finding.silent)).toEqual(['valley.txt'])
    expect(report.notes?.taken).toMatchObject([{ note: 0, finding: finding.id, outcome: 'mended' }])
    expect(report.generator.reader).toEqual({ name: 'a desk editor', sha256: 'a'.repeat(64) })
  })

  it('is found whatever marks, dashes and spaces the note has', () => {
    const words = '"We will  not open it before it is safe for every child,"'
    const report = noted([
      {
        kind: 'omission',
        question: 'What does Ida Brandt say of opening it?',
        answers: [{ source: 'harbour', words }],
        silent: ['valley.txt'],
      },
    ])
    expect(findingOf(report).answers?.[0]?.text).toContain(
      '“We will not open it before it is safe for every child,”',
    )
  })

  it('is printed with its sentence, the denial in it, and credited as the report has it', () => {
    const report = noted([
      {
        kind: 'omission',
        question: 'Was the ferry company warned?',
        answers: [{ source: 'harbour.txt', words: 'warn the ferry company before the bridge was closed' }],
        silent: ['valley.txt'],
      },
      {
        kind: 'omission',
        question: 'Was the council told of the crack?',
        answers: [{ source: 'harbour.txt', words: 'the council had been told of the crack in March' }],
        silent: ['valley.txt'],
      },
    ])
    expect(findingOf(report, 0).answers?.[0]?.text).toBe(
      'The council did not warn the ferry company before the bridge was closed',
    )
    expect(findingOf(report, 1).answers?.[0]?.by).toContain('Olaf Rehn')
    expect(report.notes?.taken.map(({ outcome }) => outcome)).toEqual(['mended', 'mended'])
  })

  it('keeps both marks of a quotation, and who relays it', () => {
    const report = noted([
      {
        kind: 'omission',
        question: 'Was there a crack?',
        answers: [
          { source: 'harbour.txt', words: 'for every child,” Ida Brandt told reporters' },
          { source: 'harbour.txt', words: 'the council had been told of the crack in March' },
        ],
        silent: ['valley.txt'],
      },
    ])
    expect(findingOf(report).answers?.[0]?.text).toMatch(/^“We will not open it/u)
  })

  it('keeps a condition that governs the words', () => {
    const report = noted([
      {
        kind: 'omission',
        question: 'May the bridge fall?',
        answers: [{ source: 'courier.txt', words: 'the bridge may fall' }],
        silent: ['valley.txt'],
      },
    ])
    expect(findingOf(report).answers?.[0]?.text).toContain('If the cable breaks')
  })

  it('is a shortened quotation with one speaker in quotation marks on both sides', () => {
    const report = noted([
      {
        kind: 'quotation',
        question: 'With what words does Ida Brandt speak of opening it?',
        answers: [
          {
            source: 'harbour.txt',
            words: 'We will not open it before it is safe for every child',
            by: 'Ida Brandt',
          },
          { source: 'courier.txt', words: 'We will not open it before it is safe', by: 'Ida Brandt' },
        ],
      },
    ])
    expect(findingOf(report).kind).toBe('quote-shortened')
  })

  it('stands once where the program found it, too', () => {
    const report = noted([cost])
    const conflicts = report.findings.filter(
      ({ kind, detail }) => kind === 'conflict' && detail.type === 'number',
    )
    expect(conflicts).toHaveLength(1)
  })
})

describe('what does not stand', () => {
  const refusal = (given: Given): string | undefined => noted([given]).notes?.refused[0]?.reason

  it('is refused where the words are in no text, or in another report’s', () => {
    const answer = { source: 'valley.txt', words: 'The repair will cost 12 million crowns' }
    expect(refusal({ ...cost, answers: [{ ...answer, words: 'The repair is free' }] })).toBe('not-in-text')
    expect(refusal({ ...cost, answers: [answer] })).toBe('not-in-text')
  })

  it('is refused where no report has that name', () => {
    expect(refusal({ ...cost, answers: [{ source: 'other.txt', words: 'Ferries' }] })).toBe('no-such-source')
  })

  it('loses an answer that belongs to another question, and says that it cannot tell', () => {
    const other = { source: 'valley.txt', words: 'Bakers near the bridge complain of empty shops' }
    const report = noted([{ ...cost, answers: [...cost.answers.slice(0, 1), other] }])
    expect(report.notes?.taken[0]?.outcome ?? 'refused').toMatch(/cannot-tell|refused/u)
    expect(report.front ?? []).not.toContain(report.notes?.taken[0]?.finding)
  })

  it('is told differently, no conflict, where one report was written before', () => {
    const report = noted([{ ...cost, written: [{ source: 'harbour.txt', when: 'before' }] }])
    expect(findingOf(report).kind).toBe('told-differently')
    expect(renderMarkdown(report)).toContain('Ida Brandt, said (written before this was known) (A)')
  })

  it('is told differently where one speaker says two things', () => {
    const other = `Ferry company pays

“Nobody shall pay twice for the crossing,” Ida Brandt said on Monday. The harbour bridge in Velden was closed on Monday.
`
    const report = noted(
      [
        {
          kind: 'quotation',
          question: 'What does Ida Brandt say?',
          answers: [
            { source: 'harbour.txt', words: 'We will not open it before it is safe for every child' },
            { source: 'other.txt', words: 'Nobody shall pay twice for the crossing' },
          ],
        },
      ],
      [],
      { 'other.txt': other },
    )
    expect(findingOf(report).kind).toBe('told-differently')
  })

  it('is no contradiction that somebody did not answer one outlet', () => {
    const report = noted(
      [
        {
          kind: 'opposite',
          question: 'Did Olaf Rehn respond?',
          answers: [
            { source: 'one.txt', words: 'Olaf Rehn did not respond to a request for comment' },
            { source: 'two.txt', words: 'Olaf Rehn responded that the bridge was safe' },
          ],
        },
      ],
      [],
      {
        'one.txt':
          'Bridge shut\n\nThe harbour bridge in Velden was closed. Olaf Rehn did not respond to a request for comment.\n',
        'two.txt':
          'Bridge is safe\n\nThe harbour bridge in Velden was closed. Olaf Rehn responded that the bridge was safe.\n',
      },
    )
    expect(findingOf(report).kind).toBe('told-differently')
  })

  it('leaves the front where one report was written too early to know', () => {
    const early = { source: 'valley.txt', when: 'before' as const }
    const report = noted([{ ...cost, answers: cost.answers.slice(0, 1), written: [early] }])
    expect(report.front).not.toContain(findingOf(report).id)
    expect(renderHtml(report)).toContain('too early to know')
  })

  it('is told differently, not less surely, where two passages are not on one thing', () => {
    const report = noted([
      {
        kind: 'certainty',
        question: 'May the bridge fall?',
        answers: [
          { source: 'courier.txt', words: 'If the cable breaks, the bridge may fall', by: 'an engineer' },
          { source: 'valley.txt', words: 'Bakers near the bridge complain of empty shops' },
        ],
      },
    ])
    expect(report.findings.find(({ notes }) => notes)?.kind).toBe('told-differently')
  })

  it('gives up a silence where the report tells it', () => {
    const report = noted([
      {
        kind: 'omission',
        question: 'How much will the repair cost?',
        answers: cost.answers.slice(0, 1),
        silent: ['courier.txt', 'valley.txt'],
      },
    ])
    const finding = findingOf(report)
    expect(sourcesOf(report, finding.silent)).toEqual(['valley.txt'])
    expect(sourcesOf(report, finding.unknown)).toEqual(['courier.txt'])
  })

  it('does not say, where the note leaves a report out that has nothing near it', () => {
    const report = noted([{ ...cost, silent: [] }])
    expect(sourcesOf(report, findingOf(report).silent)).toEqual(['valley.txt'])
    expect(report.notes?.taken[0]?.checks).toContainEqual(
      expect.objectContaining({ check: 'every-report', outcome: 'mended', reason: 'nothing near it there' }),
    )
  })

  const safe: Given = {
    kind: 'omission',
    question: 'When will Ida Brandt open the harbour bridge?',
    answers: [{ source: 'harbour.txt', words: 'We will not open it before it is safe for every child' }],
    silent: ['valley.txt'],
  }

  it('stands beside the passage that tells it in a report that the note leaves out', () => {
    const report = noted([safe])
    expect(findingOf(report).answers?.[1]).toMatchObject({ found: 'program' })
    expect(renderMarkdown(report)).toMatch(/before it is safe[^(]*\(found by the search\) \(B\)/u)
  })

  it('is not checked where neither the note nor the search settles it', () => {
    const closed: Given = {
      kind: 'omission',
      question: 'When was the bridge in Velden closed?',
      answers: [{ source: 'courier.txt', words: 'The harbour bridge in Velden was closed on Tuesday' }],
      silent: ['valley.txt'],
    }
    const report = noted([closed])
    expect(findingOf(report).unknown).not.toEqual([])
    expect(renderMarkdown(report)).toContain('not checked')
  })

  it.each([
    ['too long', `How much ${'very '.repeat(14)}much does it cost?`],
    ['a name the passages lack', 'How much will Peter Lund’s repair cost?'],
    ['a word that judges', 'Why does the courier lie about the cost?'],
    ['a link', 'How much? See https://example.org/cost?'],
    ['markup', 'How much <b>will</b> it cost?'],
  ])('prints the program’s own label for a question with %s', (_, question) => {
    const report = noted([{ ...cost, question }])
    const asked = report.findings.flatMap(({ notes, question: printed }) => (notes ? [printed] : []))
    expect(asked).not.toContain(question)
  })
})

describe('pairs', () => {
  const pair = (a: string, b: string, verdict: NotePair['verdict'] = 'same'): NotePair => ({
    a: { source: 'harbour.txt', words: a },
    b: { source: 'courier.txt', words: b },
    verdict,
  })

  it('link what the reader holds for one statement', () => {
    const report = noted(
      [],
      [
        pair(
          'Engineers closed the harbour bridge in Velden on Monday.',
          'The harbour bridge in Velden was closed',
        ),
      ],
    )
    expect(report.notes?.taken).toMatchObject([{ note: 'pairs/0', finding: null }])
  })

  it('are refused with another value, or nothing in common', () => {
    const report = noted(
      [],
      [
        pair('The repair will cost 12 million crowns', 'The repair will cost 15 million crowns'),
        pair('The council did not warn the ferry company', 'an engineer warned'),
      ],
    )
    expect(report.notes?.refused.map(({ reason }) => reason)).toEqual(['other-value', expect.any(String)])
  })
})

it('has the program’s own weaker omissions step back, and nothing else of it', () => {
  const [one] = noted([]).findings
  if (!one) throw new Error('nothing was found')
  const own = (kind: typeof one.kind, confidence: number): typeof one => ({
    ...one,
    id: `${kind} ${confidence}`,
    kind,
    confidence,
  })
  const all = [own('omitted-claim', 0.7), own('omitted-claim', 0.8), own('conflict', 0.7)]
  expect(merged([], all).map(({ id }) => id)).toEqual(['omitted-claim 0.8', 'conflict 0.7'])
})

it('changes nothing without notes', () => {
  const articles = Object.entries(texts).map(([name, text]) => article(name, text))
  const input = { title: null, articles, issues: [], generator: generatorOf({ zone: 'UTC', text: true }) }
  const report = compareArticles(input)
  expect(report.notes).toBeUndefined()
  expect(report.findings.some(({ by, notes }) => by !== undefined || notes !== undefined)).toBe(false)
})

it('stands in front with four of a sort before others, and takes no place of the headlines', () => {
  const called = (one: string, other: string): Given => ({
    kind: 'naming',
    question: 'What is the bridge in Velden called?',
    answers: [
      { source: 'harbour.txt', words: one },
      { source: 'courier.txt', words: other },
    ],
    silent: ['valley.txt'],
  })
  const ones = ['the harbour bridge in Velden', 'the harbour bridge', 'Bridge in Velden']
  const others = ['The harbour bridge in Velden', 'The harbour bridge', 'Velden bridge']
  const report = noted(ones.flatMap((one) => others.map((other) => called(one, other))))
  const front = (report.front ?? []).flatMap((id) => report.findings.find((one) => one.id === id) ?? [])
  const kinds = front.map(({ kind, by }) => `${kind} ${by ?? ''}`)
  expect(kinds).toHaveLength(8)
  expect(kinds).toContain('headline-focus program')
  expect(kinds).toContain('conflict program')
})

describe('in every view', () => {
  const asked = 'What is the bridge in Velden called?'
  const naming: Given = {
    kind: 'naming',
    question: asked,
    answers: [
      { source: 'harbour.txt', words: 'the harbour bridge in Velden' },
      { source: 'courier.txt', words: 'Velden bridge' },
    ],
  }
  const foreign = { ...naming, answers: [{ source: 'harbour.txt', words: 'a <b>crooked</b> bridge' }] }
  const sign = 'found by a desk editor, checked against the texts'

  it('a finding of the reader has its sign, and what became of the notes is said', () => {
    const report = noted([naming, foreign])
    for (const text of [renderMarkdown(report), renderHtml(report)]) {
      expect(text).toContain(sign)
      expect(text).toMatch(/Read, too, by a desk editor \(a person\): 2 notes proposed/u)
      expect(text).toContain('1 refused: its words stand in no report that it names')
      expect(text).not.toContain('crooked')
    }
    const terminal = renderTerminal(report, { width: 100, colour: false })
    expect(terminal).toContain(`called°`)
    expect(terminal).toContain(`° ${sign}`)
  })

  it('a model is said to have passed or failed the test, or never to have been put to it', () => {
    const report = noted([naming])
    const by = (reader: NoteReader): Report => ({
      ...report,
      ...(report.notes ? { notes: { ...report.notes, reader } } : {}),
    })
    const model = { kind: 'model', name: 'a small model' } as const
    expect(renderHtml(by(model))).toContain('This model was not put to the test')
    const tested = by({ ...model, test: '9 of 20 differences found' })
    for (const text of [renderMarkdown(tested), renderHtml(tested)])
      expect(text).toContain('In the test of invented events: 9 of 20 differences found')
    expect(renderHtml(report)).not.toContain('put to the test')
  })

  it('rates of a reader stand apart, and its findings can be asked for', () => {
    const page = renderHtml(noted([naming]))
    expect(page).toContain('Differences found by a second reader are not among these')
    expect(page).toContain('data-by="reader"')
    expect(page).toContain('<option value="reader">a desk editor alone</option>')
    expect(renderHtml(noted([]))).not.toContain(sign)
  })
})
