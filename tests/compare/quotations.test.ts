/**
 * How one utterance is quoted, drawn: what is cut, what the report tells elsewhere, what is another selection, and how
 * the finding in front tells all versions of it.
 */
import { describe, expect, it } from 'vitest'
import type { Edit, Finding } from '../../src/model/comparison.js'
import { alignment, article, type Drawn } from './event.js'
import { compare } from './worded.js'

const findings = (...drawn: Drawn[]): readonly Finding[] =>
  compare(
    drawn.map((item) => item.article),
    alignment(drawn),
  ).findings.filter(({ kind }) => kind.startsWith('quote-'))

const front = (list: readonly Finding[]): readonly Finding[] =>
  list.filter(({ severity }) => severity !== 'note')

const says = (outlet: string, words: string, rest = ''): Drawn =>
  article(outlet, 'Accord', `“{q1|Mara Sol:${words}},” Mara Sol said.${rest === '' ? '' : ` ${rest}`}`)

const editsOf = (list: readonly Finding[]): readonly Edit[] =>
  list.flatMap(({ detail }) => detail.edits ?? [])

describe('what a cut carries, and whether the report tells it elsewhere', () => {
  const full = says('Ant', 'The port will not reopen unless the crews are paid, but the ferry sails')

  it.each([
    ['negation', 'reopen unless the crews are paid, but the ferry sails', 'Nobody said so.', false],
    [
      'negation',
      'reopen unless the crews are paid, but the ferry sails',
      'She told reporters that the port would not reopen before crews were paid.',
      true,
    ],
    // The same words without the negation do not tell what was cut.
    [
      'negation',
      'reopen unless the crews are paid, but the ferry sails',
      'The port will reopen and the crews are to be paid, she told reporters.',
      false,
    ],
  ] as const)('%s: “%s” beside “%s”', (carries, words, rest, elsewhere) => {
    const [edit] = editsOf(findings(full, says('Bee', words, rest)))
    expect(edit).toMatchObject({ carries, elsewhere })
  })

  it.each([
    ['condition', 'The port will not reopen', 'The crews are in the port.', false],
    [
      'condition',
      'The port will not reopen',
      'It stays shut unless crews are paid and the ferry sails.',
      true,
    ],
    ['opposing-clause', 'The port will not reopen unless the crews are paid', 'The ferry is white.', false],
    [
      'opposing-clause',
      'The port will not reopen unless the crews are paid',
      'Yet the ferry sails whatever happens to the port and its crews, though late and not reopened.',
      true,
    ],
  ] as const)('%s: “%s” beside “%s”', (carries, words, rest, elsewhere) => {
    const [edit] = editsOf(findings(full, says('Bee', words, rest)))
    expect(edit).toMatchObject({ carries, elsewhere })
  })

  it.each([['is expected to say'], ['will say']])('sets no speech against an advance text: %s', (cue) => {
    const drawn = article('Bee', 'Accord', `Mara Sol ${cue}: “{q1|Mara Sol:The port will not reopen}.”`)
    const start = drawn.article.text.indexOf('say:')
    const quotes = drawn.article.quotes.map((quote) => ({ ...quote, cue: [{ start, end: start + 3 }] }))
    expect(findings(full, { ...drawn, article: { ...drawn.article, quotes } })).toEqual([])
  })

  it('shows all pieces of a sentence that the narrator breaks up', () => {
    const drawn = article(
      'Bee',
      'Accord',
      'Mara Sol said that the port “{q1|Mara Sol:will not reopen},” and that “{q1|Mara Sol:but the ferry sails}.”',
    )
    const [cut] = findings(full, drawn)
    expect(cut?.answers?.at(-1)?.text).toBe('will not reopen … but the ferry sails')
  })

  it('keeps a cut that drops none of these in the ledger', () => {
    const list = findings(
      says('Ant', 'We are glad. The port will reopen'),
      says('Bee', 'The port will reopen'),
    )
    expect(list.map(({ kind, severity }) => [kind, severity])).toEqual([['quote-shortened', 'note']])
    expect(editsOf(list)[0]).toMatchObject({ type: 'cut-start', removed: 'We are glad', carries: null })
  })

  it('keeps a cut of adjectives alone in the ledger', () => {
    const list = findings(
      says('Ant', 'It was a wonderful, sunny, happy morning for the crews'),
      says(
        'Bee',
        'It was a wonderful morning for the crews',
        'The morning was wonderful for the crews of the port.',
      ),
    )
    expect(list.map(({ kind, severity }) => [kind, severity])).toEqual([['quote-shortened', 'note']])
    expect(editsOf(list)[0]).toMatchObject({ removed: 'sunny, happy', carries: null, elsewhere: false })
  })

  it('says of a cut that the report tells it in other places', () => {
    const list = findings(
      full,
      says('Bee', 'The port will not reopen', 'It stays shut unless crews are paid and the ferry sails.'),
    )
    expect(editsOf(list)[0]).toMatchObject({
      removed: 'unless the crews are paid, but the ferry sails',
      elsewhere: true,
    })
  })

  it('takes a sentence left out for no cut negation of the one that stays', () => {
    const list = findings(
      says('Ant', 'This was not easy. The port will reopen'),
      says('Bee', 'The port will reopen'),
    )
    expect(front(list)).toEqual([])
  })
})

describe('words put in the place of others', () => {
  it.each([
    ['may', 'will', 'We may leave the ford on Friday', 'We will leave the ford on Friday'],
    ['once', 'twice', 'The dam was inspected once last year', 'The dam was inspected twice last year'],
    ['some', 'all', 'We want some prisoners freed by May', 'We want all prisoners freed by May'],
  ])('“%s” for “%s” changes what is said', (here, there, words, other) => {
    const [found] = findings(says('Ant', other), says('Bee', words), says('Cob', other))
    expect(found?.kind).toBe('quote-altered')
    const [fullest = '', printed = ''] = (found?.sentence ?? '').split('; ')
    expect(printed).toMatch(new RegExp(` ${here} .*\\(Bee\\)`, 'u'))
    expect(fullest).toContain(` ${there} `)
  })

  it.each([
    ["The crews can't leave the port", 'The crews cannot leave the port'],
    ["They've lost a ship, and won't sail", 'They have lost a ship, and will not sail'],
    ["I'd like to see that ship", 'I would like to see that ship'],
    ["We'd lost a ship when she's come in", 'We had lost a ship when she has come in'],
  ])('are none where a contraction is written out: “%s”', (short, long) => {
    expect(front(findings(says('Ant', long), says('Bee', short)))).toEqual([])
  })

  it.each([
    ['increased', 'decreased'],
    ['legal', 'illegal'],
    ['million', 'billion'],
  ])('are for the front however near in letters or use: %s, %s', (one, other) => {
    const told = (word: string): string => `We hear that the ${word} tolls have left the port alone`
    expect(front(findings(says('Ant', told(one)), says('Bee', told(other))))).toHaveLength(1)
  })

  it('are some where an outlet strikes out letters of a swear word: a choice that editors want to see', () => {
    const told = (word: string): string => `I will not pay for that ${word} ship`
    expect(front(findings(says('Ant', told('f***ing')), says('Bee', told('fucking'))))).toHaveLength(1)
  })

  it.each(['bulls---', '[expletive]'])('are no cut where a swear word is hidden: “%s”', (hidden) => {
    const told = (word: string): string => `That was a ${word} call, and the crews of the port know it`
    const list = findings(says('Ant', told('bullshit')), says('Bee', told(hidden)))
    expect(list.filter(({ kind }) => kind === 'quote-shortened')).toEqual([])
  })

  it('are none where one number stands in figures and in words', () => {
    const told = (name: string, number: string): Drawn =>
      article(
        name,
        `${name} of Port`,
        `“{q1|Mara Sol:We lost ${number} boats in the storm},” Mara Sol said.`,
        [['number', '12', 'boat', number]],
      )
    expect(front(findings(told('Ant', 'twelve'), told('Bee', '12')))).toEqual([])
  })

  it('are none where figures and words stand in one compound', () => {
    const told = (chance: string): string => `I would say that there is a ${chance} chance of a strike`
    expect(front(findings(says('Ant', told('2 in 3')), says('Bee', told('two-in-three'))))).toEqual([])
  })
})

describe('one sentence in two wordings', () => {
  const altered = (one: string, other: string): readonly string[] =>
    findings(says('Ant', one), says('Bee', other))
      .filter(({ kind }) => kind === 'quote-altered')
      .map(({ sentence }) => sentence)

  it.each([
    [
      'Sol lied and they destroyed the whole port',
      'Sol lied, and it destroyed the whole port, and that is a shame',
    ],
    [
      'To sign this treaty in the next weeks would raise the price of grain',
      'If they don’t sign this treaty in the next weeks it would raise the price of grain',
    ],
  ])('is found by the words that differ: “%s”', (one, other) => {
    expect(altered(one, other)).toHaveLength(1)
  })

  it.each([
    ['The port lost a ship in the storm', 'For the crews it could be a long winter'],
    [
      'They restart it, they will have big trouble at the port',
      'If they open their yards again, they will have more trouble than the port has ever had',
    ],
    [
      'We will sail to the north port on Friday morning',
      'We will sail to the very north port on Friday morning',
    ],
  ])('is not two sentences on one matter, or an adjective more: “%s”', (one, other) => {
    expect(altered(one, other)).toEqual([])
  })

  it('may be short behind one that both print word for word', () => {
    const printed = (noun: string, before: string): Drawn => says('Ant', `${before}. We reject his ${noun}`)
    const differing = (before: string): readonly string[] =>
      findings(printed('visit', before), says('Bee', `${before}. We reject his message`)).map(
        ({ kind }) => kind,
      )
    expect(differing('We do not want him here')).toEqual(['quote-altered'])
    expect(differing('No')).toEqual([])
  })

  it('is merely cut where words are left out of its middle', () => {
    const [found] = findings(
      says('Ant', 'The rules aren’t agreed, written yet, but the ships may sail'),
      says('Bee', 'The rules aren’t written yet, but the ships may sail'),
    )
    expect(found?.kind).toBe('quote-shortened')
    expect(found?.severity).toBe('quotation')
  })

  it('is held against its own counterpart, not against another sentence of the utterance', () => {
    const [sentence] = altered(
      'Sol lied and they destroyed the port. Sol lied and it is like they ruined the port',
      'Sol lied and it destroyed the port. Sol lied and it is like it ruined the port',
    )
    expect(sentence).toContain('it is like they ruined')
    expect(sentence).toContain('it is like it ruined')
  })
})

describe('what was cut, as a reader sees it', () => {
  it('begins where a piece begins, not at a stray word in common', () => {
    const [edit] = editsOf(
      findings(
        says('Ant', 'I have missed one payment, and I will not miss another'),
        says('Bee', 'I will not miss another'),
      ),
    )
    expect(edit?.removed).toBe('I have missed one payment, and')
  })

  it('names the piece that carries sense, not another that the report chose to leave', () => {
    const split = article(
      'Ant',
      'Ships',
      '“{q1|Mara Sol:You can price a ship that waits},” Mara Sol said. “{q1|Mara Sol:A buyer who leaves has no price unless he returns}.”',
    )
    const [found] = findings(split, says('Bee', 'A buyer who leaves has no price'))
    expect(found?.sentence).toBe(
      'How is Mara Sol quoted? “A buyer who leaves has no price unless he returns” (Ant); “A buyer who leaves has no price” (Bee).',
    )
  })
})

describe('one utterance, one matter', () => {
  const full = says('Ant', 'We will not sign unless every member here is offered another post')
  const cut = says('Bee', 'We will not sign')
  const changed = says('Cat', 'We will not sign unless every worker is offered another post')
  const reported = article(
    'Dog',
    'Accord',
    'Mara Sol told members that {q1|Mara Sol:nothing would be signed before everyone had work}.',
  )
  const silent = article('Elk', 'Accord', 'The mayor thanked the crews in a short speech.')
  const list = findings(full, cut, changed, reported, silent)

  it('stands once in front, whatever the number of versions', () => {
    expect(list.map(({ kind }) => kind).sort()).toEqual(['quote-altered', 'quote-shortened'])
    expect(front(list)).toHaveLength(1)
  })

  it('says the words that differ first, with who has them', () => {
    expect(front(list)[0]?.sentence).toBe(
      'How is Mara Sol quoted? “… will not sign unless every member here …” (Ant); “… will not sign unless every worker is …” (Cat); “We will not sign” (Bee). In other words in Dog. Does not say: Elk.',
    )
  })

  it('says what a cut took where nothing is altered', () => {
    expect(front(findings(full, cut, silent))[0]?.sentence).toBe(
      'How is Mara Sol quoted? “We will not sign unless every member here is offered another post” (Ant); “We will not sign” (Bee). Does not say: Elk.',
    )
  })

  it('shows the passages of all of them', () => {
    expect(new Set(front(list)[0]?.evidence.map(({ article: id }) => id)).size).toBe(4)
  })
})

describe('two selections of one statement', () => {
  it('are different parts, no altered words', () => {
    const list = findings(
      says('Ant', 'The talks went on all night. The pay rises by a tenth. Nobody lost a job'),
      says('Bee', 'The talks went on all night. A ballot follows in the fish hall'),
    )
    expect(list).toEqual([])
  })
})

describe('an ellipsis at a cut', () => {
  const full = says('Ant', 'It is no easy thing… What a mess. Nobody slept')

  it.each([
    ['marks a cut where the fullest has none', 'It is no easy thing… What a mess…', { marked: true }],
    ['marks one where the fullest has it', 'It is no easy thing…', { marked: true }],
    ['in brackets marks a cut', 'It is no easy thing […]', { marked: true }],
    ['that is not there marks nothing', 'It is no easy thing', { marked: false }],
  ] as const)('%s', (_name, words, expected) => {
    const edits = editsOf(findings(full, says('Bee', words)))
    const cut = edits.find(({ type }) => type === 'cut-end')
    expect(cut).toMatchObject(expected)
  })
})

describe('the fullest of equally long versions', () => {
  const at = (drawn: Drawn, publishedAt: string): Drawn => ({
    ...drawn,
    article: { ...drawn.article, publishedAt },
  })
  const heldAgainst = (...drawn: Drawn[]): readonly string[] => {
    const altered = findings(...drawn).filter(({ kind }) => kind === 'quote-altered')
    return altered.flatMap(({ evidence }) =>
      evidence
        .filter(({ role }) => role === 'fuller')
        .map(({ article: id }) => drawn.find((item) => item.article.id === id)?.article.outlet.name ?? id),
    )
  }
  const [war, drought] = [
    'We will end the long war in the north',
    'We will end the long drought in the north',
  ]

  it('is the wording that most reports share, whatever their ids', () => {
    for (const odd of ['Ant', 'Bee', 'Cat', 'Dog']) {
      const drawn = ['Ant', 'Bee', 'Cat', 'Dog'].map((name) =>
        at(says(name, name === odd ? drought : war), name === odd ? '2026-03-01' : '2026-03-09'),
      )
      const against = heldAgainst(...drawn)
      expect(against).toHaveLength(1)
      expect(against).not.toContain(odd)
    }
  })

  it('is the wording that most reports share, in whatever order its pieces stand', () => {
    const pieces = (name: string, one: string, two: string): Drawn => says(name, `${one}… ${two}`)
    const [calm, rest] = ['This is a truce not a peace', 'We will not sign away a single night shift']
    const against = heldAgainst(
      at(pieces('Ant', 'This is a truce not a defeat', rest), '2026-03-01'),
      at(pieces('Bee', calm, rest), '2026-03-09'),
      at(pieces('Cat', rest, calm), '2026-03-09'),
    )
    expect(against).toEqual(['Bee'])
  })

  it('is the earliest published where no wording is shared more widely', () => {
    for (const [first, second] of [
      ['2026-03-01T08:00:00Z', '2026-03-02T08:00:00Z'],
      ['2026-03-02T08:00:00Z', '2026-03-01T08:00:00Z'],
    ] as const) {
      const against = heldAgainst(at(says('Ant', war), first), at(says('Bee', drought), second))
      expect(against).toEqual([first < second ? 'Ant' : 'Bee'])
    }
  })
})
