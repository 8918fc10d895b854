/**
 * Copies what stands beside the modules that read it: style sheets, the pages' script, the fixed parts of a .docx, the
 * types of the client; part of `npm run build`.
 *
 * In: the .css, .js and .xml files of src, schemas/openapi.d.ts. Out: the same below dist, and no other .css or .xml. Never: changes a byte.
 */
import { cpSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const [from, to] = [path.join(root, 'src'), path.join(root, 'dist/src')]
const filesIn = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name))

for (const name of filesIn(to, /\.(?:css|xml)$/u)) rmSync(path.join(to, name))
for (const name of filesIn(from, /\.(?:css|js|xml)$/u)) cpSync(path.join(from, name), path.join(to, name))
cpSync(path.join(root, 'schemas/openapi.d.ts'), path.join(root, 'dist/schemas/openapi.d.ts'))
