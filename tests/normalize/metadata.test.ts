/** Metadata, field by field: what stands in the page and what is made of it. */
import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/normalize/metadata/dates.js'
import { names } from '../../src/normalize/metadata/names.js'
import { creditOf } from '../../src/normalize/metadata/credit.js'
import { detectLanguage } from '../../src/normalize/normalize.js'
import { outletId } from '../../src/normalize/metadata/outlet.js'
import { normalize } from '../../src/normalize/normalize.js'
import { rawPage } from './pages.js'

describe('dates keep the offset as given', () => {
  test.each([
    ['2025-12-03T08:05:00+02:00', '2025-12-03T08:05:00+02:00'],
    ['2025-12-03T08:05:00.000Z', '2025-12-03T08:05:00Z'],
    ['2025-12-03T08:05+0200', '2025-12-03T08:05:00+02:00'],
    ['2025-12-03 11:30', '2025-12-03T11:30:00'],
    ['2025-12-03', '2025-12-03'],
    ['20251203', '2025-12-03'],
    ['Wed, 03 Dec 2025 08:05:00 -0500', '2025-12-03T08:05:00-05:00'],
    ['December 3, 2025 9:15 EST', '2025-12-03T09:15:00-05:00'],
    ['2025-02-30', null],
    ['03/12/2025', null],
    ['3. Dezember 2025', '2025-12-03'],
    ['3 de diciembre de 2025', '2025-12-03'],
    ['3 грудня 2025', '2025-12-03'],
    ['03.12.2025 14:10', '2025-12-03T14:10:00'],
    ['December 3, 2025 9:15 ET', '2025-12-03T09:15:00'],
    ['December 3, 2025, 9:15 pm EST', '2025-12-03T21:15:00-05:00'],
    ['3 December 2025 12.05 a.m.', '2025-12-03T00:05:00'],
    ['2025年12月3日 18:05', '2025-12-03T18:05:00'],
    ['2025. 12. 3', '2025-12-03'],
    ['2025/12/3', '2025-12-03'],
    ["3 Dec '25", '2025-12-03'],
    ['3 Aralık 2025', '2025-12-03'],
    ['3. prosince 2025', '2025-12-03'],
    ['yesterday', null],
  ])('%s', (given, iso) => {
    expect(isoDate(given)).toBe(iso)
  })
})

describe('bylines', () => {
  test.each([
    ['By Ann Lee', ['Ann Lee']],
    ['Ann Lee and Bo Oh, diplomatic editor', ['Ann Lee', 'Bo Oh']],
    ['From Constance Aubrey, diplomatic editor   Wednesday 3 December 2025, 09:10 CET', ['Constance Aubrey']],
    ['Ann Lee | 2025-12-03', ['Ann Lee']],
    ['ANN LEE, Staff Writer', ['ANN LEE']],
    ['https://example.org/ann', []],
    ['Staff Reporter', []],
    ['Ann Lee Political Correspondent', ['Ann Lee']],
    ['Ann Lee, PhD', ['Ann Lee']],
    ['Von Anna Schmidt', ['Anna Schmidt']],
    ['Von Miller', ['Von Miller']],
    ['Von Anna Schmidt, Berlin', ['Anna Schmidt']],
    ['Ann Lee, Bo Oh, and Cy Day', ['Ann Lee', 'Bo Oh', 'Cy Day']],
    ['Ann Lee, Reuters', ['Ann Lee', 'Reuters']],
    ['Ann Lee in Washington and Bo Oh in London', ['Ann Lee', 'Bo Oh']],
    ['Journalists in Exile', ['Journalists in Exile']],
    ['EXCLUSIVE by ANN LEE, Crime Editor', ['ANN LEE']],
    ['BY ANN LEE AND BO OH, STAFF WRITERS', ['ANN LEE', 'BO OH']],
    ['Ann Lee / Bo Oh', ['Ann Lee', 'Bo Oh']],
    ['By Ann Lee / Courier staff', ['Ann Lee']],
    ['NVC Staff', ['NVC Staff']],
    ['Reuters Staff', ['Reuters']],
    ['Staff and news service reports', ['Staff and news service reports']],
    ['Von: Anna Lehn, Ole Vig', ['Anna Lehn', 'Ole Vig']],
    ['Ortega y Gasset', ['Ortega y Gasset']],
    ['Anna Lehn og Ole Vig', ['Anna Lehn', 'Ole Vig']],
    ['Anne Roy et Luc Mai', ['Anne Roy', 'Luc Mai']],
    ['Ana Paz y Luis Mar', ['Ana Paz', 'Luis Mar']],
    ['Ada Brun e Pia Neri', ['Ada Brun', 'Pia Neri']],
  ])('%s', (line, found) => {
    expect(names(line)).toEqual(found)
  })
})

describe('outlet', () => {
  const name = (head: string, more: { url?: string; outlet?: string } = {}) =>
    normalize(
      rawPage('html', `<head>${head}</head><body><h1>Talks end</h1><p>Text.</p></body>`, {
        name: 'dir/the-post.html',
        ...more,
      }),
    ).outlet.name
  const ld =
    '<script type="application/ld+json">{"@type":"NewsArticle","publisher":{"name":"From Data"}}</script>'
  const og = '<meta property="og:site_name" content="From Graph">'

  test('first of what is there', () => {
    expect(name(ld + og, { outlet: 'Given' })).toBe('Given')
    expect(name(ld + og)).toBe('From Data')
    expect(name(og)).toBe('From Graph')
    expect(name('<title>Talks end - From Title</title>')).toBe('From Title')
    expect(name('', { url: 'https://news.post.co.uk/a' })).toBe('post.co.uk')
    expect(name('')).toBe('the-post')
  })

  test.each([
    ['The Harbor Ledger', 'the-harbor-ledger'],
    ['Le Télégramme', 'le-telegramme'],
    ['Fact & Fiction’s', 'fact-fictions'],
    ['***', 'unnamed'],
  ])('id of %s', (outlet, id) => {
    expect(outletId(outlet)).toBe(id)
  })
})

describe('credit', () => {
  const credit = (texts: readonly string[], bylines: readonly string[] = []) =>
    creditOf({ article: null, bylines, outlet: 'Meridian Press Service', texts })
  test.each([
    [['KYIV (AP) — Talks ended.'], 'AP'],
    [['MOSCOW, Dec 3 (Nordal News Agency) - Talks ended.'], 'Nordal News Agency'],
    [['MOSCOW, Dec 3 (Meridian) — Talks ended.'], null],
    [['Talks (the second round) ended.'], null],
  ])('%s', (texts, name) => {
    expect(credit(texts)).toBe(name)
  })
  test('an agency as author', () => {
    expect(credit([], ['Merrow News Agency'])).toBe('Merrow News Agency')
  })
})

describe('language', () => {
  test.each([
    ['The talks ended late on Tuesday without a deal, and no date was set.', null, 'en'],
    [
      'Die Gespräche endeten am späten Dienstagabend ohne Ergebnis, ein neuer Termin steht noch nicht fest.',
      'en',
      'de',
    ],
    [
      'Переговоры закончились поздно вечером во вторник без результата, новая дата не назначена, сообщил представитель делегации.',
      'ru',
      'ru',
    ],
    ['Talks end', 'en-GB', 'en'],
    ['', null, 'und'],
  ])('%s', (text, declared, language) => {
    expect(detectLanguage(text, declared)).toBe(language)
  })
})

describe('a date that the page only prints', () => {
  const prose =
    '<p>The treaty of 4 May 2024 was signed late at night, and the envoys left the building soon after that.</p>'
  test.each([
    ['Published 3 December 2025, 10:15 GMT', '2025-12-03T10:15:00Z'],
    [
      'Ann Lee | Posted: December 3, 2025 at 9:15 p.m. EST | Updated December 4, 2025',
      '2025-12-03T21:15:00-05:00',
    ],
    ['Published on Wed 3 Dec 2025 10.15 GMT', '2025-12-03T10:15:00Z'],
    ['10:15 GMT, 3 December 2025', '2025-12-03T10:15:00Z'],
    ['3 December 2025 · 4 min read', '2025-12-03'],
    ['Last updated 3 December 2025', null],
    ['The treaty of 3 December 2025 was signed', null],
  ])('%s', (line, iso) => {
    const page = `<div>Friday, 5 December 2025</div><h1>Talks end</h1><div>${line}</div>${prose.repeat(8)}`
    expect(normalize(rawPage('html', page)).publishedAt).toBe(iso)
  })
})

test.each([
  [
    '<script type="application/ld+json">{"@type":"NewsArticle","articleSection":["World","Asia"]}</script>',
    'World',
  ],
  ['<meta property="article:section" content=" Home\n news ">', 'Home news'],
  ['<meta property="article:section" content="https://example.org/world">', null],
])('section of %s', (head, section) => {
  expect(normalize(rawPage('html', `<html><head>${head}</head><body><p>x</p></body></html>`)).section).toBe(
    section,
  )
})

test('JSON-LD that cannot be parsed is told', () => {
  const { issues } = normalize(
    rawPage('html', '<script type="application/ld+json">{"a": oops</script><p>x</p>'),
  )
  expect(issues.filter(({ code }) => code === 'json-ld-broken').map(({ severity }) => severity)).toEqual([
    'info',
  ])
})

test('a time of change that only the page itself prints', () => {
  const page = `<h1>Talks end</h1><div>Published 3 December 2025, 09:10 CET | Updated 3 December 2025, 14:20 CET</div><p>Text.</p>`
  const { publishedAt, modifiedAt } = normalize(rawPage('html', page))
  expect([publishedAt, modifiedAt]).toEqual(['2025-12-03T09:10:00+01:00', '2025-12-03T14:20:00+01:00'])
})
