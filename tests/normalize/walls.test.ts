/** Walls and error pages against briefs that use the same words. */
import { describe, expect, test } from 'vitest'
import { normalize } from '../../src/normalize/normalize.js'
import { htmlPage } from './pages.js'

const completeness = (title: string, body: string) =>
  normalize(htmlPage(`<html lang="en"><head><title>${title}</title></head><body>${body}</body></html>`))
    .completeness

test.each([
  ['Access Denied', '<h1>Access Denied</h1><p>You don’t have permission to open this page.</p>', 'bot-wall'],
  ['Access to this page has been denied.', '<p>We believe you are using tools to browse.</p>', 'bot-wall'],
  ['Attention Required! | Cloudflare', '<h1>Sorry, you have been blocked</h1>', 'bot-wall'],
  ['Just a moment...', '<h1>hask.example</h1>', 'bot-wall'],
  ['Hask News', '<h1>Human check</h1><p>Press & hold to confirm you are a human.</p>', 'bot-wall'],
  ['403 Forbidden', '<h1>403 Forbidden</h1><p>nginx</p>', 'error-page'],
  ['404 - Page not found | Hask News', '<h1>Nothing here</h1><p>Try a search.</p>', 'error-page'],
  ['Page not found - Hask News', '<h1>Nothing here</h1><p>Try a search.</p>', 'error-page'],
  ['Error 503', '<h1>Service Unavailable</h1>', 'error-page'],
  ['Oops', '<h1>Oops! That page can’t be found.</h1><p>Maybe try a search?</p>', 'error-page'],
  ['Hask News', '<h1>This story has been removed</h1><p>Here are others.</p>', 'error-page'],
  ['Hask News', '<h1>The page you requested could not be found</h1>', 'error-page'],
  ['Hask News', '<h1>Dieser Artikel ist leider nicht mehr verfügbar</h1>', 'error-page'],
])('%s: %s', (title, body, code) => {
  expect(completeness(title, body)).toEqual({ state: 'unreadable', reasons: [code] })
})

describe('a brief', () => {
  const texts = [
    'The pump at the mill failed on Monday and the lower fields were under water by noon, the board said.',
    'The mayor said that a new pump had been ordered and would come from the coast within a week.',
    '“Forty sheep stayed in the church,” said Ada Brun, the sexton, who had brought them hay in a barrow.',
  ]
  const brief = (headline: string, ...more: readonly string[]) =>
    completeness(
      `${headline} | Hask News`,
      `<main><h1>${headline}</h1><article>${[...texts, ...more].map((text) => `<p>${text}</p>`).join('')}</article></main>`,
    )

  test.each([
    'Access denied: aid convoy turned back at border',
    'Not found: the missing boats of Hask',
    '404 sheep drown in flood',
    'Service unavailable to 4,000 as cable breaks',
    'Forbidden fruit: apples banned at school',
    'Gone too soon: sexton dies at 44',
    'Story removed from school books',
    'Sorry, no longer married: the king speaks',
  ])('under the headline “%s”', (headline) => {
    expect(brief(headline).state).toBe('complete')
  })

  test.each([
    'Humanitarian access has been blocked for nine days, the agency said.',
    'Access denied: the envoys were stopped at the gate.',
    'The company said that automated access to its data was a crime.',
    'The union said its request was blocked by the court.',
    'The full text is for members of the committee only.',
    'Passengers must register to see the documents.',
    'Register to access the shelter, the notice read.',
    'Premium content drew the crowd.',
    'Just a moment, the pilot said.',
  ])('that tells: %s', (line) => {
    expect(brief('Pump fails at Hask', line).state).toBe('complete')
  })
})

test('sentences that begin as lines of a page do stay', () => {
  const lines = [
    'Already a member of the league, the town wants more.',
    'Follow me, the guide called, and they ran.',
    'Add this as a preferred source of energy.',
    'A post shared by the minister started the row.',
    'Subscribe to a strike fund or leave, the union told its members.',
    'Register to access the shelter, the notice read.',
    'Support our drivers, the banner above the platform read.',
    'Keep informed, the app of the town tells people.',
  ]
  const text = 'The pump at the mill failed on Monday and the lower fields were under water by noon.'
  const paragraphs = lines.flatMap((line) => [`<p>${line}</p>`, `<p>${text} ${line.slice(0, 9)}</p>`])
  const article = normalize(htmlPage(`<h1>Pump fails</h1><article>${paragraphs.join('')}</article>`))
  for (const line of lines) expect(article.text).toContain(line)
})
