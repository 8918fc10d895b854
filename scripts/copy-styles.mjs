/**
 * Copies the style sheets beside the built modules that read them; part of `npm run build`.
 *
 * In: the .css files of src. Out: the same below dist/src, and no other. Never: changes a byte.
 */
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [from, to] = [path.join(root, 'src'), path.join(root, 'dist/src')]
const sheetsIn = (folder) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css'))

for (const name of sheetsIn(to)) rmSync(path.join(to, name))
for (const name of sheetsIn(from)) cpSync(path.join(from, name), path.join(to, name))
