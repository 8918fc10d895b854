/**
 * The text of NOTICE: what of others stands in the package or is installed with it, and the words they ask to be passed on.
 *
 * In:    the repository with its production dependencies installed. Out: the text, the same on every system.
 * Never: guesses: a file of data/ that nothing accounts for is an error.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { dataSources, ownFiles } from './data-sources.js'

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      dev: z.boolean().optional(),
      os: z.array(z.string()).optional(),
    }),
  ),
})
const Manifest = z.object({ author: z.union([z.string(), z.object({ name: z.string() })]).optional() })

const line = '-'.repeat(80)

export function noticeText(root: string): string {
  return `${[
    'NOTICE',
    '',
    'Synoptic is under the MIT licence (LICENSE). It stands on the work of others, which is named here with the terms it is',
    'under. This file is made by `npm run notice`; do not edit it.',
    '',
    ...dataSection(root),
    ...packageSection(root),
  ].join('\n')}\n`
}

function dataSection(root: string): string[] {
  const lists = headsOf(root)
  const accounted = new Set([...lists.keys(), ...dataSources.flatMap(({ files }) => files)])
  const strange = filesBelow(path.join(root, 'data')).filter(
    (file) =>
      !accounted.has(file) &&
      !ownFiles.some((own) => file === own || (own.endsWith('/') && file.startsWith(own))),
  )
  if (strange.length > 0)
    throw new Error(
      `data/${strange.join(', data/')}: say in scripts/notice/data-sources.ts where it comes from.`,
    )
  const byHead = new Map<string, string[]>()
  for (const [file, head] of lists) byHead.set(head, [...(byHead.get(head) ?? []), file])
  return [
    line,
    'Tables and weights in data/',
    line,
    '',
    ...dataSources.flatMap(({ name, files, notice, text }) => [
      name,
      `  in data/${files.join(', data/')}`,
      `  ${notice}`,
      '',
      ...(text === null ? [] : [textOf(path.join(root, text)), '']),
    ]),
    'Lists of words, as each says in its head:',
    '',
    ...[...byHead].flatMap(([head, files]) => [`data/${files.join(', data/')}`, `  ${head}`, '']),
  ]
}

/** What each list says of itself: source and licence, by file. */
function headsOf(root: string): ReadonlyMap<string, string> {
  const heads = new Map<string, string>()
  for (const file of filesBelow(path.join(root, 'data')).filter((name) =>
    /^(?:english|pages)\//u.test(name),
  )) {
    const head = readFileSync(path.join(root, 'data', file), 'utf8')
      .split('\n')
      .slice(0, 12)
    const say = (word: string): string | undefined =>
      head.find((row) => row.startsWith(`# ${word}: `))?.slice(2)
    const [source, licence] = [say('Source'), say('Licence')]
    if (source === undefined || licence === undefined)
      throw new Error(`data/${file}: its head names no source or no licence.`)
    heads.set(file, `${source} ${licence}`)
  }
  return heads
}

type Package = { readonly name: string; readonly version: string; readonly licence: string }

/** Packages of one text together; those that ship none by what they declare. */
function packageSection(root: string): string[] {
  const texts = new Map<string, Package[]>()
  for (const [folder, entry] of Object.entries(lockOf(root).packages)) {
    if (folder === '' || entry.dev === true) continue
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length)
    const text = entry.os === undefined ? licenceOf(path.join(root, folder)) : oneOfASystem
    const found = { name, version: entry.version ?? '', licence: entry.license ?? 'licence not declared' }
    texts.set(text, [...(texts.get(text) ?? []), found])
  }
  const groups = [...texts].map(([text, packages]) => ({
    text,
    names: packages
      .map(({ name, version, licence }) => `${name} ${version} (${licence})`)
      .sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)),
  }))
  groups.sort((a, b) => ((a.names[0] ?? '') < (b.names[0] ?? '') ? -1 : 1))
  return [
    line,
    'Packages installed with it',
    line,
    '',
    ...groups.flatMap(({ text, names }) => [...new Set(names), '', text, '', line, '']),
  ].slice(0, -2)
}

const oneOfASystem =
  'The part of the package of the same maker that is built for one system; under the terms of that package.'

/** Licence and notice of a package, or what it declares in their stead. */
function licenceOf(folder: string): string {
  if (!existsSync(folder)) throw new Error(`${folder} is not installed: run npm ci.`)
  const files = readdirSync(folder)
    .filter((name) => /^(?:licen[cs]e|copying|notice)(?:[.-][\w.-]+)?$/iu.test(name))
    .sort()
  if (files.length > 0) return files.map((name) => textOf(path.join(folder, name))).join('\n\n')
  const { author } = Manifest.parse(JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')))
  const by = typeof author === 'object' ? author.name : author
  return `The package ships no licence text; it declares the licence above${by === undefined ? '' : `, and as its author ${by}`}.`
}

function lockOf(root: string): z.infer<typeof Lock> {
  return Lock.parse(JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')))
}

function textOf(file: string): string {
  return readFileSync(file, 'utf8')
    .split(/\r\n?|\n/u)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim()
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort()
}
