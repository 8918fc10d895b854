/** The documents against the program: what they show is what it prints, their links lead somewhere. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { documents, outputsOf, printed } from '../support/documents.js'
import { root } from '../support/event.js'
import { synoptic } from '../support/in-process.js'

const tracked = execFileSync('git', ['ls-files'], { cwd: root }).toString().trim().split('\n')

test.each(documents)('%s shows what its commands print', async (name) => {
  const outputs = outputsOf(await readFile(path.join(root, name), 'utf8'))
  expect(outputs.length).toBeGreaterThan(0)
  for (const { command, output } of outputs) expect(output, command).toBe(await printed(command, synoptic))
})

test('every finding that a document names stands in the report of the sample', async () => {
  const of = async (name: string): Promise<string[]> =>
    (await readFile(path.join(root, name), 'utf8')).match(/\bf-[0-9a-f]{12}\b/gu) ?? []
  const made = new Set(await of('samples/harbour-accord/expected/findings.csv'))
  const named = await Promise.all(
    ['README.md', ...tracked.filter((file) => /^docs\/[^/]+\.md$/u.test(file))].map(of),
  )
  expect(named.flat()).not.toEqual([])
  expect(named.flat().filter((id) => !made.has(id))).toEqual([])
})

test('every link to a file of the project leads somewhere', async () => {
  const dead: string[] = []
  for (const name of tracked.filter((file) => file.endsWith('.md'))) {
    const text = await readFile(path.join(root, name), 'utf8')
    for (const [, target = ''] of text.matchAll(/\]\(([^)#\s]+)[^)]*\)/gu))
      if (!/^[a-z]+:/u.test(target) && !existsSync(path.join(root, path.dirname(name), target)))
        dead.push(`${name}: ${target}`)
  }
  expect(dead).toEqual([])
})
