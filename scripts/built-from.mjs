/**
 * What dist/ was built from: a hash over the files that a build reads, kept beside the bundle, which every build makes anew.
 * A test run builds again only where they are others.
 *
 * In: the files. Out: exit code 0 where dist/ was built from them, else 1; with `--keep` the hash is kept. Never: goes by
 * times, which a copy of a folder changes.
 */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const kept = path.join(root, 'dist/bundle/.built-from')
const inputs = ['src', 'workers', 'schemas/openapi.d.ts', 'scripts/bundle.mjs', 'scripts/copy-files.mjs']
const settings = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json']

function sources() {
  const hash = createHash('sha256')
  for (const input of [...inputs, ...settings]) {
    const files = /\.\w+$/u.test(input)
      ? [input]
      : readdirSync(path.join(root, input), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
          .toSorted()
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(path.join(root, file)))
  }
  return hash.digest('hex')
}

if (process.argv[2] === '--keep') writeFileSync(kept, sources())
else if (!existsSync(kept) || readFileSync(kept, 'utf8') !== sources()) process.exitCode = 1
