/** What a report answers to words or a statement that somebody asks for: a case a line, with what is found. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CheckedQuotation, FoundStatement, type Asked } from '../../src/model/asked.js'
import { askArticles, nearestInArticles } from '../../src/pipeline.js'
import { renderAnswers } from '../../src/print/asked.js'
import { prepareStatement } from '../../src/reader/prepare.js'
import { requestsFor } from '../../src/reader/requests.js'
import { article } from '../align/draw.js'

const said =
  'We will sign the agreement on Friday, but only if the shelling of the port stops, and then within the day.'

const report = (sentence: string): string =>
  `Port talks end without a signature

The delegations met for six hours in Dorn on Tuesday. ${sentence}

The mayor, Ann Lee, said the harbour would stay closed until the spring. About 300 dockers are out of work.`

function quotation(sentence: string, saidBy: string | null = 'Karl Moen', words = said): CheckedQuotation {
  const [answer] = askArticles({ for: 'quotation', words, saidBy }, [article('a.txt', report(sentence))])
  return CheckedQuotation.parse(answer)
}

const forms: readonly (readonly [string, string, CheckedQuotation['form'], readonly string[]])[] = [
  ['the same words', `“${said.slice(0, -1)},” said Karl Moen, the envoy.`, 'verbatim', []],
  [
    'the same words in two pieces',
    '“We will sign the agreement on Friday,” said Karl Moen, the envoy, “but only if the shelling of the port stops, and then within the day.”',
    'verbatim',
    [],
  ],
  [
    'without its condition',
    '“We will sign the agreement on Friday,” said Karl Moen, the envoy.',
    'cut',
    ['but only if the shelling of the port stops, and then within the day'],
  ],
  [
    'with another word',
    '“We may sign the agreement on Friday, but only if the shelling of the port stops, and then within the day,” said Karl Moen, the envoy.',
    'altered',
    ['will'],
  ],
  [
    'in the mouth of another',
    `“${said.slice(0, -1)},” said Vera Holt, the minister.`,
    'credited-otherwise',
    [],
  ],
  [
    'by one kept nameless',
    `“${said.slice(0, -1)},” said a docker. Karl Moen did not speak.`,
    'credited-otherwise',
    [],
  ],
  ['by a body', `“${said.slice(0, -1)},” the committee said.`, 'credited-otherwise', []],
  ['by one who may be the same', `“${said.slice(0, -1)},” said the envoy.`, 'verbatim', []],
  ['nothing of it', 'They did not speak to reporters.', 'not-found', []],
]

describe('words that somebody said', () => {
  test.each(forms)('%s', (_, sentence, form, missing) => {
    const answer = quotation(sentence)
    expect([answer.form, answer.missing]).toEqual([form, missing])
  })

  test('what a cut carried is told', () => {
    const { edits } = quotation('“We will sign the agreement on Friday,” said Karl Moen, the envoy.')
    expect(edits.map(({ carries }) => carries)).toContain('condition')
  })

  test('the credit of another is told beside the wording', () => {
    const { form, wording, speaker } = quotation(`“${said.slice(0, -1)},” said Vera Holt, the minister.`)
    expect([form, wording, speaker]).toEqual(['credited-otherwise', 'verbatim', 'Vera Holt'])
  })

  test('a name within a description is the same person', () => {
    const { form } = quotation(
      `“${said.slice(0, -1)},” said Karl Moen.`,
      'A lawyer for the port, Karl Moen of Moen Brothers',
    )
    expect(form).toBe('verbatim')
  })

  test('every word of a transcript is spoken, with marks or without', () => {
    const transcript = { ...article('talks.txt', `Transcript\n\nMoen: ${said}`), role: 'reference' as const }
    const [answer] = askArticles(
      { for: 'quotation', words: 'only if the shelling of the port stops', saidBy: null },
      [transcript],
    )
    expect(CheckedQuotation.parse(answer)).toMatchObject({ form: 'verbatim' })
  })

  test('what ends early says nothing of what is not in it', () => {
    const cut = article('a.txt', report('They did not speak to reporters.'))
    const truncated = { ...cut, completeness: { ...cut.completeness, state: 'truncated' as const } }
    const [answer] = askArticles({ for: 'quotation', words: said, saidBy: null }, [truncated])
    expect(answer).toMatchObject({ form: 'unreadable', reason: 'truncated' })
  })
})

describe('a statement', () => {
  const state = (statement: string): FoundStatement['state'] => {
    const asked: Asked = { for: 'statement', words: statement }
    const [answer] = askArticles(asked, [article('a.txt', report('They did not speak to reporters.'))])
    return FoundStatement.parse(answer).state
  }

  test.each([
    ['The delegations met in Dorn on Tuesday for six hours.', 'says'],
    ['The delegations met in Dorn on Tuesday for nine hours.', 'other-value'],
    ['The harbour would stay closed until the spring, the mayor said.', 'says'],
    ['The airport of Kessel was bombed from the air.', 'absent'],
  ] as const)('%s %s', (statement, expected) => {
    expect(state(statement)).toBe(expected)
  })

  test('the passage that decides and who is credited with it stand beside the answer', () => {
    const asked: Asked = { for: 'statement', words: 'The harbour would stay closed until the spring.' }
    const [answer] = askArticles(asked, [article('a.txt', report('They did not speak to reporters.'))])
    const found = FoundStatement.parse(answer)
    expect(found.evidence[0]?.text).toContain('stay closed until the spring')
    expect(found.credit).toContain('Ann Lee')
  })
})

describe('a statement that a second reader judges', () => {
  const reader = { kind: 'model', name: 'small-model' } as const
  const judged = (
    words: string,
    verdict: (sentence: string) => 'same' | 'near' | 'different' | null,
    read = article('a.txt', report('They did not speak to reporters.')),
  ): FoundStatement => {
    const second = { reader, verdict: (_: number, sentence: string) => verdict(sentence) }
    const [answer] = askArticles({ for: 'statement', words }, [read], second)
    return FoundStatement.parse(answer)
  }
  const away = 'Three hundred people who worked at the quays have lost their posts.'
  const sentence = 'About 300 dockers are out of work.'

  test('a sentence that it holds for the statement is what tells it', () => {
    const found = judged(away, (one) => (one === sentence ? 'same' : 'different'))
    expect(found.evidence.map(({ text }) => text)).toEqual([sentence])
    expect([found.state, found.second]).toEqual(['says', { reader, without: 'absent' }])
    const printed = 'found by a second reader (small-model); without it: does not say it'
    expect(renderAnswers([found], 200)).toContain(printed)
  })

  test('told in part, or left without a verdict, nobody can tell; of nothing like it that is absence', () => {
    const near = judged(away, (one) => (one === sentence ? 'near' : 'different'))
    expect([near.state, near.reason, near.evidence[0]?.text]).toEqual(['unknown', 'near', sentence])
    expect(judged(away, (one) => (one === sentence ? null : 'different')).state).toBe('unknown')
    expect(judged(away, () => 'different').state).toBe('absent')
    const whole = article('a.txt', report(''))
    const cut = { ...whole, completeness: { ...whole.completeness, state: 'truncated' as const } }
    expect(judged(away, () => 'different', cut)).toMatchObject({ state: 'unknown', reason: 'truncated' })
  })

  test('who is silent changes nothing, and another value stays one', () => {
    expect(judged(away, () => null).second).toBeUndefined()
    const value = judged('The delegations met in Dorn on Tuesday for nine hours.', () => 'different')
    expect([value.state, value.second?.without]).toEqual(['other-value', 'other-value'])
  })

  test('the statement and what comes nearest are all that is asked, a pair each', () => {
    const near = nearestInArticles({ for: 'statement', words: away }, [
      article('a.txt', report('pairs\n\np1\nA1 x\nB1 x')),
      article('b.txt', report('')),
    ])
    expect(near.map((sentences) => sentences.includes(sentence))).toEqual([true, true])
    const [request, ...others] = requestsFor(prepareStatement(away, near), { model: 'm', window: 24_000 })
    expect([request?.asks, others]).toEqual(['pairs', []])
    const lines = request?.body.messages[1]?.content.split('\n\n') ?? []
    expect(lines.length).toBe(near.flat().length)
    for (const line of lines) expect(line).toMatch(/^p\d+\nA1 Three hundred people .+\n[BC]\d .+$/u)
  })
})

const pieces = fc.array(
  fc.constantFrom(
    '“',
    '”',
    '"',
    'We will sign',
    'the agreement',
    ' ',
    '\n',
    '…',
    '[',
    ']',
    '\u202e',
    'Moen said',
  ),
  { maxLength: 40 },
)

test('any words get an answer with the report’s own words, and nothing that acts on a terminal', () => {
  fc.assert(
    fc.property(pieces, pieces, (words, text) => {
      const read = article('a.txt', `Talks end\n\n${text.join(' ')}`)
      for (const asked of [
        { for: 'quotation', words: words.join(' '), saidBy: null },
        { for: 'statement', words: words.join(' ') },
      ] as const) {
        const answers = askArticles(asked, [read])
        for (const { evidence } of answers)
          for (const { start, end, text: own } of evidence) expect(read.text.slice(start, end)).toBe(own)
        expect(renderAnswers(answers, 80)).not.toContain('\u202e')
      }
    }),
    { seed: 7, numRuns: 150 },
  )
})
