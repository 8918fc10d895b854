/** Every list of data/english/ and data/pages/ names its source and licence and holds each word once; the loader says what is wrong. */
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { listFile, parseWordFile } from '../../src/english/word-lists.js'

const folder = path.resolve(import.meta.dirname, '../../data')
const names = ['english', 'pages'].flatMap((kind) =>
  readdirSync(path.join(folder, kind)).map((name) => `${kind}/${name}`),
)

describe('the lists', () => {
  test('are there', () => {
    expect(names.length).toBeGreaterThan(20)
  })

  test.each(names)('%s is read, and no section has a line twice', (name) => {
    const sections = parseWordFile(name, readFileSync(path.join(folder, name), 'utf8'))
    expect(sections.size).toBeGreaterThan(0)
    for (const [section, lines] of sections) expect(new Set(lines).size, section).toBe(lines.length)
  })

  test.each(names)('%s is read by a file of src', (name) => {
    const source = path.resolve(folder, '../src')
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    )
    const call = name.startsWith('english/') ? `wordFile('${path.basename(name)}')` : `listFile('${name}')`
    const reading = files.filter((file) => readFileSync(path.join(source, file), 'utf8').includes(call))
    expect(reading).toHaveLength(1)
  })
})

describe('the loader', () => {
  const head = '# What it holds.\n# Source: own list.\n# Licence: MIT.\n'

  test('reads words, lines and groups', () => {
    const file = listFile('english/x.txt', `${head}\n[a]\none two\nthree\n\n[b]\nno: a b\nyes: c\nno: d\n`)
    expect([...file.words('a')]).toEqual(['one', 'two', 'three'])
    expect(file.lines('a')).toEqual(['one two', 'three'])
    expect([...file.groupsOf('b', z.enum(['yes', 'no']))]).toEqual([
      ['no', ['a', 'b', 'd']],
      ['yes', ['c']],
    ])
  })

  test.each([
    ['[a]\none\n', 'names no "Source:"'],
    [`${head}one\n`, 'before its first section'],
    [`${head}[a]\n`, '[a] is empty'],
    [`${head}[a]\nx\n[a]\ny\n`, 'two sections [a]'],
  ])('refuses %j', (text, message) => {
    expect(() => listFile('english/x.txt', text)).toThrow('data/english/x.txt ')
    expect(() => listFile('english/x.txt', text)).toThrow(message)
  })

  test('refuses a section that is not there, a line that is no group, a group that the schema does not know', () => {
    const file = listFile('english/x.txt', `${head}[a]\none\n[b]\nmaybe: one\n`)
    expect(() => file.words('c')).toThrow('has no section [c]')
    expect(() => file.groups('a')).toThrow('has no "name: words" in the line one')
    expect(() => file.groupsOf('b', z.enum(['yes', 'no']))).toThrow('[b] knows no group maybe')
  })
})
