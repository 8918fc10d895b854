import { describe, expect, it } from 'vitest'
import { checkAddress, looksLikeAddress, withoutCredentials } from '../../src/text/web-address.js'

describe('looksLikeAddress', () => {
  it.each([
    'https://a.example/x',
    'HTTP://a.example',
    'ftp://a',
    'file:///x',
    'javascript:alert(1)',
    'mailto:a@b',
  ])('yes: %s', (text) => {
    expect(looksLikeAddress(text)).toBe(true)
  })
  it.each(['page.html', 'C:\\pages\\a.html', 'note: what she said.txt', './a:b', 'a.example/x', '-', ''])(
    'no: %s',
    (text) => {
      expect(looksLikeAddress(text)).toBe(false)
    },
  )
})

describe('checkAddress', () => {
  it('takes http and https and drops the fragment', () => {
    const checked = checkAddress('https://News.Example/a b?x=1#part')
    expect(checked.ok && checked.url.href).toBe('https://news.example/a%20b?x=1')
  })
  it.each([
    ['ftp://a.example/', 'refused-scheme'],
    ['file:///etc/passwd', 'refused-scheme'],
    ['javascript:alert(1)', 'refused-scheme'],
    ['page.html', 'malformed-url'],
    ['a.example/story', 'malformed-url'],
    ['', 'malformed-url'],
    ['https:/a.example', 'malformed-url'],
    ['https://', 'malformed-url'],
    ['https://a b.example/', 'malformed-url'],
    ['https://user@a.example/', 'refused-credentials'],
    ['https://:pw@a.example/', 'refused-credentials'],
  ])('%s: %s', (text, code) => {
    expect(checkAddress(text)).toMatchObject({ ok: false, code })
  })
})

it.each([
  ['https://user:pa/ss@a.example/x', 'https://user:pa/ss@a.example/x'],
  ['https://user:pass@a.example/x@y', 'https://…@a.example/x@y'],
  ['https:user:pass@a.example', 'https:…@a.example'],
  ['page@home.html', 'page@home.html'],
])('withoutCredentials %s', (text, shown) => {
  expect(withoutCredentials(text)).toBe(shown)
})
