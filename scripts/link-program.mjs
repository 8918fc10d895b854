/**
 * Links the built program into node_modules/.bin, where `npx synoptic` finds it in a clone; part of `npm run build`.
 *
 * In: package.json. Out: the link, and the program marked executable. Never: touches anything else.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'

const root = path.resolve(import.meta.dirname, '..')
const { name, bin } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'))
const folder = path.join(root, 'node_modules/.bin')
const link = path.join(folder, name)
const program = path.join(root, bin[name])

mkdirSync(folder, { recursive: true })
rmSync(link, { force: true })
symlinkSync(path.relative(folder, program), link)
chmodSync(program, 0o755)
