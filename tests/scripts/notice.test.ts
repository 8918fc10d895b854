/** NOTICE is what its script would write, names what it must, and goes with the package and the image. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { dataSources } from '../../scripts/notice/data-sources.js'
import { noticeText } from '../../scripts/notice/notice.js'
import { root } from '../support/event.js'

const notice = readFileSync(path.join(root, 'NOTICE'), 'utf8')

test('it is not stale', () => {
  expect(notice === noticeText(root), 'run npm run notice').toBe(true)
})

test('it names every production package and source of data, with the words they ask for', () => {
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const [name, version] of Object.entries(dependencies)) expect(notice).toContain(`${name} ${version} (`)
  for (const { name } of dataSources) expect(notice).toContain(name)
  for (const words of [
    'WordNet 3.0 Copyright 2006 by Princeton University.  All rights reserved.',
    'Copyright (c) 2016 C.J. Hutto',
    'Copyright (c) 2019 Spencer Kelly',
    'GRAYPE Systems',
    'Public Domain Dedication and License 1.0',
    'CC BY-SA 4.0',
  ])
    expect(notice, words).toContain(words)
})

test('data that nothing accounts for is an error, and so is a list without its licence', () => {
  const copy = mkdtempSync(path.join(tmpdir(), 'synoptic-notice-'))
  for (const name of ['node_modules', 'package-lock.json', 'scripts'])
    symlinkSync(path.join(root, name), path.join(copy, name))
  mkdirSync(path.join(copy, 'data/english'), { recursive: true })
  writeFileSync(path.join(copy, 'data/found.bin'), '')
  expect(() => noticeText(copy)).toThrow('data/found.bin: say in scripts/notice/data-sources.ts')
  rmSync(path.join(copy, 'data/found.bin'))
  writeFileSync(path.join(copy, 'data/english/new.txt'), '# Words.\n# Source: somewhere.\n\n[words]\na\n')
  expect(() => noticeText(copy)).toThrow('data/english/new.txt: its head names no source or no licence')
  rmSync(copy, { recursive: true })
})

test('the npm package and the image carry it', () => {
  const { files } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { files: string[] }
  expect(files).toContain('NOTICE')
  expect(readFileSync(path.join(root, 'Dockerfile'), 'utf8')).toMatch(/^COPY package\.json LICENSE NOTICE /mu)
})
