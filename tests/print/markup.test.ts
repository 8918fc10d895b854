/** The one template: what is escaped, and where a long stretch may break. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { html, type Markup } from '../../src/print/html/markup.js'

const printed = (made: Markup): string => String(made)
const letters = 'w'.repeat(250)

test('a long word may break in text, and nowhere else', () => {
  const broken = `${'w'.repeat(100)}<wbr>${'w'.repeat(100)}<wbr>${'w'.repeat(50)}`
  expect(printed(html`<p class="a">${letters}</p>`)).toBe(`<p class="a">${broken}</p>`)
  expect(printed(html`<p>${[letters]}</p>`)).toBe(`<p>${broken}</p>`)
  expect(printed(html`<p title="${letters}">x</p>`)).not.toContain('wbr')
  expect(printed(html`data-x="${letters}"`)).not.toContain('wbr')
  expect(printed(html`<title>${letters}</title>`)).not.toContain('wbr')
  expect(printed(html`<textarea rows="2">    ${letters}</textarea>`)).not.toContain('wbr')
})

test('no stretch without an element is longer than six hundred characters, and no word is lost', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-z]{1,400}$/), { maxLength: 40 }), (words) => {
      const text = words.join(' ')
      const pieces = printed(html`${text}`).split('<wbr>')
      expect(pieces.join('')).toBe(text)
      for (const piece of pieces) expect(piece.length).toBeLessThanOrEqual(600)
    }),
  )
})
