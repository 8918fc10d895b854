/** Notes of correction and update: by wording, and by their place in the page. */
import { describe, expect, test } from 'vitest'
import { isCorrectionNote } from '../../src/normalize/issues.js'
import { normalize } from '../../src/normalize/normalize.js'
import { htmlPage, textPage } from './pages.js'

test.each([
  'Correction: An earlier version gave 12,000 cars a day.',
  'Correction (March 4): The bridge is 120 metres long.',
  'CORRECTION: Ms Osk is 45.',
  'Correction, 4 March 2026, 10:15 a.m.: The name of the mayor is Hale.',
  'Corrections and clarifications: the bridge opened in 1931.',
  'Clarification – The authority is a public body.',
  'Update, March 4: The authority has named a day.',
  'UPDATE 10:40 GMT: The bridge is open again.',
  'Editor’s note: This report has been changed since it was first published.',
  'Editors’ note: A photograph was replaced.',
  '(Corrects length of bridge in paragraph 3)',
  '(This story has been refiled to add a dropped word in paragraph 2)',
  'An earlier version of this article gave the wrong length of the bridge.',
  'A previous version of this story misspelled the name of the engineer.',
  '• This article was amended on 4 March 2026 to give the right length.',
  'This story has been updated with a statement of the authority.',
  'The headline of this article was changed on 4 March.',
  'A correction was made on March 4, 2026: the bridge is 120 metres long.',
  'Korrektur: Die Brücke ist 120 Meter lang.',
  'In einer früheren Version dieses Artikels war die Länge falsch angegeben.',
  'Anmerkung der Redaktion: Der Text wurde ergänzt.',
  'Rectificatif : le pont mesure 120 mètres.',
  'Une version précédente de cet article donnait une autre longueur.',
  'Una versión anterior de este artículo daba otra longitud.',
  'Errata corrige: il ponte è lungo 120 metri.',
  'Uma versão anterior deste texto dava outro comprimento.',
  'In een eerdere versie van dit artikel stond een andere lengte.',
  'Sprostowanie: most ma 120 metrów.',
  'В предыдущей версии этой статьи была указана другая длина.',
  'Виправлення: міст має 120 метрів.',
])('a note: %s', (line) => {
  expect(isCorrectionNote(line)).toBe(true)
})

test.each([
  'Correction officers were called to the prison on Monday.',
  'The correction came late, the ministry said: the figure was 14,000.',
  'An earlier version of the treaty held no such clause.',
  'A previous version of the bill failed in March.',
  'Updated 8:12 AM CET, March 4, 2026',
  'Updated figures show that 14,000 cars cross the bridge.',
  'Update on the bridge expected on Monday',
  'This story of a bridge begins in 1931.',
  'Clarification was what the mayor asked for.',
  '“Correction: I never said that,” the minister replied.',
  'Aktualisierte Zahlen liegen noch nicht vor.',
  'In einer früheren Fabrik am Fluss entsteht ein Museum.',
])('no note: %s', (line) => {
  expect(isCorrectionNote(line)).toBe(false)
})

describe('in a page', () => {
  const prose = Array.from(
    { length: 8 },
    (_, at) =>
      `<p>The envoys left the building late on night ${at} and said that the talks would go on in spring.</p>`,
  ).join('')
  const note = 'Correction: An earlier version gave another length for the bridge over the river.'
  const notes = (html: string) => {
    const { issues, text } = normalize(htmlPage(html))
    return issues
      .filter(({ code }) => code === 'correction-note')
      .map(({ start, end }) => (start === undefined ? null : text.slice(start, end)))
  }
  const article = (inner: string) => `<body><article><h1>Talks end</h1>${inner}</article></body>`

  test.each([
    ['at the end', article(`${prose}<p>${note}</p>`)],
    ['at the start', article(`<p><em>${note}</em></p>${prose}`)],
    ['between paragraphs', article(`${prose}<div><p>${note}</p></div>${prose}`)],
    ['behind a line break', article(`${prose}<p>The talks are over.<br><br>${note}</p>`)],
  ])('%s, with its place', (_where, html) => {
    expect(notes(html)).toEqual([note])
  })

  test('under a heading of its own', () => {
    expect(notes(article(`${prose}<h4>Correction</h4><p>The bridge is 120 metres long.</p>`))).toContain(
      'Correction',
    )
  })

  test('outside the article, without a place', () => {
    expect(
      notes(
        `<body><article><h1>Talks end</h1>${prose}</article><footer><div class="meta">${note}</div></footer></body>`,
      ),
    ).toEqual([null])
  })

  test('of another report, or none at all', () => {
    expect(notes(article(prose))).toEqual([])
    expect(notes(article(`${prose}<p class="date">Updated: 4 March 2026, 10:15</p>`))).toEqual([])
  })

  test('a text file has notes, too', () => {
    const { issues } = normalize(textPage(`Talks end\n\nThe talks ended.\n\n${note}\n`))
    expect(issues.map(({ code }) => code)).toContain('correction-note')
  })
})
