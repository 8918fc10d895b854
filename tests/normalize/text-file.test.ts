/** The contract's rules for plain text, read from a drawn file: what each line becomes. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { annotate } from '../../src/annotate/annotate.js'
import { normalize } from '../../src/normalize/normalize.js'
import { readTextFile } from '../../src/normalize/text-file.js'
import { textPage } from './pages.js'

function drawn(text: string): string[] {
  return readTextFile(text).blocks.map(
    (block) => `${block.kind}: ${text.slice(block.start, block.end).replace(/\n/gu, '/')}`,
  )
}

describe('blocks of a text file', () => {
  test('headline, paragraph of two lines, subhead, list', () => {
    const text = [
      'Envoys leave without a deal',
      '',
      'Talks ended on Tuesday.',
      'No date was set.',
      '',
      'What comes next',
      '',
      'Two things were refused:',
      '• any handover of land;',
      '- monitors;',
      '1. a third thing.',
      'After the list.',
      '',
      'The end.',
    ].join('\n')
    expect(drawn(text)).toEqual([
      'headline: Envoys leave without a deal',
      'paragraph: Talks ended on Tuesday./No date was set.',
      'subhead: What comes next',
      'paragraph: Two things were refused:',
      'list-item: • any handover of land;',
      'list-item: - monitors;',
      'list-item: 1. a third thing.',
      'paragraph: After the list.',
      'paragraph: The end.',
    ])
  })

  test.each([
    ['no blank line after the first line', 'One.\nTwo.\n\nThree.', null],
    ['a single line', 'Only this\n', null],
    ['blank lines above', '\n\n  A headline\n\nText.', 'A headline'],
    ['CRLF line ends', 'A headline\r\n\r\nText.\r\n', 'A headline'],
  ])('headline: %s', (_name, text, headline) => {
    const read = readTextFile(text)
    expect(read.headline && text.slice(read.headline.start, read.headline.end)).toBe(headline)
  })

  test.each([
    ['-5 degrees were measured at dawn.', 'paragraph'],
    ['1.5 million people saw it.', 'paragraph'],
    ['“Ready right now”', 'subhead'],
    ['“We are ready right now.”', 'paragraph'],
    ['A short line, with an end.', 'paragraph'],
    ['Photo: Jon Vik says the ferry was old.', 'caption'],
    ['The quay at dusk (Image: GETTY)', 'caption'],
    ['The photo: Jon Vik says it is his.', 'paragraph'],
  ])('%s is a %s', (line, kind) => {
    expect(readTextFile(`H\n\nText.\n\n${line}\n\nText.`).blocks[2]?.kind).toBe(kind)
  })
})

test('a text file is kept as decoded, and its own text gives the same again', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (content) => {
      const once = normalize(textPage(content))
      const twice = normalize(textPage(once.text))
      expect(twice.text).toBe(once.text)
      expect(twice.blocks).toEqual(once.blocks)
      for (const block of once.blocks) {
        expect(once.text.slice(block.start, block.end).trim()).toBe(once.text.slice(block.start, block.end))
        expect(block.end).toBeGreaterThan(block.start)
      }
    }),
  )
})

describe('what a text says of itself', () => {
  test('a line of outlet, day and time, a byline, an agency in the dateline', () => {
    const text = [
      'Harbour talks collapse',
      'Coast Radio, 4 November 2025, 11:00',
      'By Ann Lee and Bo Oh',
      '',
      'PORT ALDER, Nov 4 (Reuters) - Talks collapsed on Tuesday, the minister said.',
      'No date was set.',
    ].join('\n')
    expect(drawn(text)).toEqual([
      'headline: Harbour talks collapse',
      'imprint: Coast Radio, 4 November 2025, 11:00',
      'imprint: By Ann Lee and Bo Oh',
      'paragraph: PORT ALDER, Nov 4 (Reuters) - Talks collapsed on Tuesday, the minister said./No date was set.',
    ])
    expect(normalize(textPage(text))).toMatchObject({
      outlet: { name: 'Coast Radio' },
      publishedAt: '2025-11-04T11:00:00',
      bylines: ['Ann Lee', 'Bo Oh'],
      credit: 'Reuters',
    })
  })

  test('front matter, whose title is the headline unless the text has its own', () => {
    const front = [
      '---',
      'title: "Talks end"',
      'source: The Quay',
      'date: 2025-11-04',
      'author: Ann Lee',
      '---',
      '',
    ]
    const article = normalize(
      textPage([...front, 'Talks ended on Tuesday.', '', '## What comes next', '', 'Rest.'].join('\n')),
    )
    expect(article).toMatchObject({
      outlet: { name: 'The Quay' },
      publishedAt: '2025-11-04',
      bylines: ['Ann Lee'],
    })
    expect(
      article.blocks.map(({ kind, start, end }) => `${kind}: ${article.text.slice(start, end)}`),
    ).toEqual([
      'imprint: ---',
      'headline: Talks end',
      'imprint: source: The Quay',
      'imprint: date: 2025-11-04',
      'imprint: author: Ann Lee',
      'imprint: ---',
      'paragraph: Talks ended on Tuesday.',
      'subhead: What comes next',
      'paragraph: Rest.',
    ])
    expect(drawn([...front, '# Talks end without a date', '', 'Text.'].join('\n'))).toContain(
      'headline: Talks end without a date',
    )
  })

  test.each([
    [
      'a weekday before the date',
      'Tuesday, November 4, 2025 | North Quay Post',
      'North Quay Post',
      '2025-11-04',
    ],
    ['a time in words', 'Published: 4 November 2025 at 11.05 a.m.', null, '2025-11-04T11:05:00'],
    ['a labelled outlet', 'Source: Quay and Sea', 'Quay and Sea', null],
    ['a town, not an outlet', 'Port Alder, 3 November 2025', null, '2025-11-03'],
    ['a label of two words', 'Published time: November 4, 2025 02:03', null, '2025-11-04T02:03:00'],
    ['a dash before the time', 'November 4, 2025-5:46 pm', null, '2025-11-04T17:46:00'],
    ['a time of change', 'Last updated on: November 4, 2025 19:04 IST', null, null],
    ['slashes, a day over 12', 'Posted 11 / 27 / 2025 7:21 AM', null, '2025-11-27T07:21:00'],
    ['an agency, a time and a town', 'PTA Nov 4, 2025, 05.51AM IST PORT ALDER:', null, '2025-11-04'],
    ['an agency alone', '(AFP)', null, null],
    ['an address', 'https://quay.example/talks', null, null],
    [
      'two times in one line',
      'PUBLISHED: 02:31 GMT, 4 May 2029 | UPDATED: 22:19 GMT, 4 May 2029',
      null,
      '2029-05-04T02:31:00Z',
    ],
    ['an American zone puts the month first', '05 / 04 / 29 08:23 PM ET', null, '2029-05-04T20:23:00'],
    ['as do halves of the day', 'Posted 5 / 4 / 2029 11:11 PM', null, '2029-05-04T23:11:00'],
    ['nothing tells which is the month', 'Posted 5 / 4 / 2029 11:11', null, null],
    ['an hour alone', '2 A.M. MAY. 4, 2029', null, '2029-05-04T02:00:00'],
    ['the time first', '8:00 AM PDT 4 / 5 / 2029', null, '2029-04-05T08:00:00-07:00'],
    ['how long ago', 'Posted 1 year, 160 days ago [downloaded on 4 May 2029]', null, null],
    [
      'a posting line',
      'On behalf of Lee & Oh, LLP. posted in Collisions on Friday, May 4, 2029.',
      null,
      '2029-05-04',
    ],
  ])('below the headline: %s', (_name, line, outlet, publishedAt) => {
    const read = readTextFile(`Talks end\n\n${line}\n\nThe talks ended on Tuesday.`)
    expect(read.blocks.map(({ kind }) => kind)).toEqual(['headline', 'imprint', 'paragraph'])
    expect(read.imprint).toMatchObject({ outlet, publishedAt })
  })

  test('below headline and two lines of a standfirst, a line with the time of day alone', () => {
    const told = ['Talks end', 'They lasted two days.', 'No date is set.']
    const stamps = ['PUBLISHED: TUESDAY, NOVEMBER 4, 2025, 2:29 PM', 'UPDATED: 5 November 2025, 9:31 AM']
    const text = [...told, ...stamps, 'The talks ended on Tuesday.'].join('\n\n')
    const { blocks, imprint } = readTextFile(text)
    expect(blocks.map(({ kind }) => kind).join(' ')).toBe(
      'headline paragraph paragraph imprint imprint paragraph',
    )
    expect(imprint.publishedAt).toBe('2025-11-04T14:29:00')
  })

  test('a date at the very end, or run on from the headline', () => {
    const body = 'The talks ended on Tuesday.\n\n'.repeat(9)
    expect(readTextFile(`Talks end\n\n${body}Posted: May 4, 2029 9:05 a.m.`).imprint.publishedAt).toBe(
      '2029-05-04T09:05:00',
    )
    const text = `TALKS END, ENVOY SAYSMAY 4, 2029\n\n${body}`
    const { headline, imprint } = readTextFile(text)
    expect([text.slice(0, headline?.end), imprint.publishedAt]).toEqual([
      'TALKS END, ENVOY SAYS',
      '2029-05-04',
    ])
    expect(readTextFile(`What we know of May 4, 2029\n\n${body}`).imprint.publishedAt).toBe(null)
  })

  test('the time of the last change, which is none of publication', () => {
    const read = (...stamps: string[]) =>
      normalize(textPage(['Talks end', ...stamps, 'They ended.'].join('\n\n')))
    const changed = 'Updated: May 4, 2029, 3:23 PM'
    expect(read(changed)).toMatchObject({ publishedAt: null, modifiedAt: '2029-05-04T15:23:00' })
    expect(read('Published: May 3, 2029', changed)).toMatchObject({
      publishedAt: '2029-05-03',
      modifiedAt: '2029-05-04T15:23:00',
    })
  })

  test.each([
    ['a score', 'Headline\n\nHome 3, away 2\n\nText.'],
    [
      'something that was posted',
      'Headline\n\nThe picture was posted in Orla on Friday, 4 May 2029.\n\nText.',
    ],
    ['a headline behind a source', 'Source: Pentagon Weighs Retreat\n\nText of the report.'],
    ['a sentence with a date', 'Headline\n\nThe Quay reported it on 4 November 2025.'],
    ['words beside the date that are no name', 'Headline\n\nthe vote, 4 November 2025\n\nText.'],
    ['a line far down', `${'A paragraph ends here.\n\n'.repeat(9)}Coast Radio, 4 November 2025`],
    ['a rule that is not closed', '---\ntitle: Talks\n\nText of the report goes on and on.'],
  ])('is no imprint: %s', (_name, text) => {
    expect(readTextFile(text).blocks.map(({ kind }) => kind)).not.toContain('imprint')
  })

  test('tells no claim, and a time that was given stands above it', () => {
    const page = textPage('Talks end\n\nCoast Radio, 4 November 2025, 11:00\n\nThe talks ended.')
    const given = { ...page, source: { ...page.source, outlet: 'The Quay', publishedAt: '2025-11-05' } }
    const article = annotate(normalize(given), { zone: 'UTC' })
    expect(article).toMatchObject({ outlet: { name: 'The Quay' }, publishedAt: '2025-11-05' })
    expect(article.sentences.map(({ start, end }) => article.text.slice(start, end))).toEqual([
      'Talks end',
      'The talks ended.',
    ])
  })
})
