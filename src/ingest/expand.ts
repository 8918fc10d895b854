/**
 * Expand: from the arguments as typed to the list of sources.
 *
 * In:    URLs, files, folders, event files, `-`.
 * Out:   the sources in input order, with the event's title where an event file or a folder's name gives one.
 *        What cannot be opened stays in its place as a source with a `problem`.
 * Never: opens a page (only event files are read), goes into subfolders, or throws for what a user typed.
 */
import path from 'node:path'
import type { Issue } from '../model/issue.js'
import { nothingGiven, type Source, type SourceList } from '../model/source.js'
import { compareCodeUnits } from '../text/order.js'
import { looksLikeAddress } from '../text/web-address.js'
import { expandEventFile } from './event-members.js'
import {
  addressSource,
  fileSource,
  lostSource,
  memberSource,
  type ExpandDeps,
  titleFromName,
} from './sources.js'

const eventFile = 'event.json'

export async function expandSources(names: readonly string[], deps: ExpandDeps): Promise<SourceList> {
  const lists: SourceList[] = []
  for (const name of names) lists.push(await expandOne(name, deps))
  return {
    title: names.length === 1 ? (lists[0]?.title ?? null) : null,
    notes: names.length === 1 ? (lists[0]?.notes ?? null) : null,
    sources: lists.flatMap((list) => list.sources),
    issues: lists.flatMap((list) => list.issues),
  }
}

async function expandOne(name: string, deps: ExpandDeps): Promise<SourceList> {
  if (name === '-') return one({ name, kind: 'stdin', location: '-', ...nothingGiven })
  if (looksLikeAddress(name)) return one(addressSource(name, name))
  const seen = await deps.disk.look(name)
  switch (seen.kind) {
    case 'folder':
      return expandFolder(name, seen.members, deps)
    case 'unreadable':
      return one(lostSource(name, 'unreadable-file', `this ${seen.why}; check the path and its permissions.`))
    case 'missing': {
      const member = await memberNamed(name, deps)
      if (member) return one(member)
      const [, archive = '', page = ''] = /^(.{1,4000}?\.warc(?:\.gz)?)#(.+)$/iu.exec(name) ?? []
      return one(page === '' ? fileSource(name, name) : { ...fileSource(name, archive), page })
    }
    case 'file':
      return path.basename(name) === eventFile
        ? expandEventFile(name, name, deps)
        : one(fileSource(name, name))
  }
}

/** A saved report names a member of an event file argument + `/` + member: that name finds it again. */
async function memberNamed(name: string, deps: ExpandDeps): Promise<Source | undefined> {
  const [argument = ''] = /^.{1,4000}?(?:event\.json(?=\/)|(?=\/https?:))/iu.exec(name) ?? []
  if (argument === '') return undefined
  return (await expandOne(argument, deps)).sources.find((source) => source.name === name)
}

async function expandFolder(name: string, members: readonly string[], deps: ExpandDeps): Promise<SourceList> {
  if (members.includes(eventFile)) return expandEventFile(name, path.join(name, eventFile), deps)
  const visible = members.filter((member) => !member.startsWith('.')).sort(compareCodeUnits)
  const pages = visible.filter((member) => !besides.has(path.extname(member).toLowerCase()))
  if (pages.length === 0)
    return one(
      lostSource(
        name,
        'empty-folder',
        'the folder holds no page (subfolders are not opened); put saved pages or texts in it.',
      ),
    )
  return {
    title: titleFromName(name),
    sources: pages.map((member) => memberSource(`${name}/${member}`, path.join(name, member), name)),
    issues: passedOver(
      name,
      visible.filter((member) => !pages.includes(member)),
    ),
  }
}

/** Files that saved pages and notes bring along and that are never a report themselves. */
const besides = new Set(
  '.avif .css .csv .gif .ico .jpeg .jpg .js .json .jsonl .map .mjs .mp3 .mp4 .png .svg .ttf .webp .woff .woff2'.split(
    ' ',
  ),
)

function passedOver(name: string, members: readonly string[]): readonly Issue[] {
  if (members.length === 0) return []
  const shown = members.slice(0, 5).join(', ') + (members.length > 5 ? ', …' : '')
  return [
    {
      code: 'members-passed-over',
      severity: 'info',
      stage: 'ingest',
      source: name,
      article: null,
      message: `${name}: ${members.length} of its files are no pages by their names and were not opened (${shown}); name a file itself to have it read.`,
    },
  ]
}

function one(source: Source): SourceList {
  return { title: null, sources: [source], issues: [] }
}
