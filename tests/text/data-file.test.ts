/** Files of another folder stand in for those of data/ where they are there. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { dataFile, packageFile, readWeightsFrom } from '../../src/text/data-file.js'

const folder = mkdtempSync(path.join(tmpdir(), 'weights-'))

afterEach(() => {
  readWeightsFrom(null)
  rmSync(folder, { recursive: true, force: true })
})

it('reads what the folder holds there, and the rest from the package', () => {
  writeFileSync(path.join(folder, 'matcher.json'), '{}')
  readWeightsFrom(folder)
  expect(dataFile('matcher.json')).toBe(path.join(folder, 'matcher.json'))
  expect(dataFile('nouns.txt')).toBe(packageFile('data', 'nouns.txt'))
  readWeightsFrom(null)
  expect(dataFile('matcher.json')).toBe(packageFile('data', 'matcher.json'))
})
