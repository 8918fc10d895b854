/**
 * REFI-QDA projects (.qdpx, version 1.5, https://www.qdasoftware.org): plain texts with coded selections, places in code points. Written for
 * MAXQDA, NVivo, ATLAS.ti, QualCoder and others, and read as these write them.
 */
import type { Code } from '../../model/codebook.js'
import type { InspectedArticle } from '../../model/report.js'
import type { Span } from '../../model/span.js'
import { declaration, element, type Xml, zip } from '../../print/xml.js'
import { fold } from '../../text/fold.js'
import { countsOf, grouped } from '../../text/grouped.js'
import { sha256 } from '../../text/hash.js'
import { overlap, spanLength } from '../../text/spans.js'
import { unzipped } from '../../text/unzipped.js'
import { guid, positionsOf } from '../exchange.js'
import { codesIn } from './codebook.js'
import { childrenOf, readXml, type Element } from './xml.js'

export type User = { readonly guid: string; readonly name: string }
export const synoptic: User = { guid: guid('user', 'synoptic'), name: 'Synoptic' }

export type Selection = Span & {
  /** What its ids are made of: differs within a source. */
  readonly key: readonly string[]
  readonly name: string
  readonly description: string
  /** Ids of codes, each given by Synoptic. */
  readonly codes: readonly string[]
}

/** What a project keeps of an article. */
export type Origin = Pick<
  InspectedArticle,
  'id' | 'text' | 'outlet' | 'url' | 'publishedAt' | 'sha256' | 'completeness'
>
export function originOf({ id, text, outlet, url, publishedAt, sha256, completeness }: Origin): Origin {
  return { id, text, outlet, url, publishedAt, sha256, completeness }
}

export type Source = {
  readonly article: Origin
  readonly name: string
  readonly selections: readonly Selection[]
}

export type Project = {
  readonly name: string
  readonly origin: string
  readonly description: string
  readonly users: readonly User[]
  readonly codes: readonly Xml[]
  /** Whether the sources say where they are from. */
  readonly isBlind: boolean
  readonly sources: readonly Source[]
}

export const sourceGuid = (article: Pick<InspectedArticle, 'id'>): string => guid('source', article.id)

export function projectFile(project: Project): Uint8Array {
  return zip([
    { name: 'project.qde', content: projectXml(project) },
    ...project.sources.map(({ article }) => ({
      name: `sources/${sourceGuid(article)}.txt`,
      content: plainText(article.text),
    })),
  ])
}

function projectXml({ name, origin, description, users, codes, isBlind, sources }: Project): string {
  const [creator = synoptic] = users
  const attributes = { xmlns: 'urn:QDA-XML:project:1.0', name, origin, creatingUserGUID: creator.guid }
  const root = element(
    'Project',
    attributes,
    element(
      'Users',
      {},
      [...users, synoptic].map((user) => element('User', user)),
    ),
    element('CodeBook', {}, element('Codes', {}, codes)),
    isBlind ? null : element('Variables', {}, Object.keys(variables).map(variable)),
    sources.length === 0 ? null : element('Sources', {}, sources.map(sourceXml(isBlind))),
    element('Description', {}, description),
  )
  return declaration + root.xml
}

const variables: Readonly<Record<string, (article: Origin) => string | null>> = {
  Outlet: ({ outlet }) => outlet.name,
  URL: ({ url }) => url,
  Published: ({ publishedAt }) => publishedAt,
  'Source SHA-256': ({ sha256: hash }) => hash,
  Completeness: ({ completeness }) => completeness.state,
}

function variable(name: string): Xml {
  return element('Variable', { guid: guid('variable', name), name, typeOfVariable: 'Text' })
}

const sourceXml =
  (isBlind: boolean) =>
  ({ article, name, selections }: Source): Xml => {
    const { point } = positionsOf(article.text)
    const id = sourceGuid(article)
    const values = Object.entries(isBlind ? {} : variables).flatMap(([variableName, of]) => {
      const value = of(article)
      if (value === null || value === '') return []
      const ref = element('VariableRef', { targetGUID: guid('variable', variableName) })
      return [element('VariableValue', {}, ref, element('TextValue', {}, value))]
    })
    return element(
      'TextSource',
      { guid: id, name, plainTextPath: `internal://${id}.txt`, creatingUser: synoptic.guid },
      selections.map((selection) => selectionXml(selection, point)),
      values,
    )
  }

function selectionXml(
  { key, name, description, codes, start, end }: Selection,
  point: (unit: number) => number,
): Xml {
  const creatingUser = synoptic.guid
  const place = { startPosition: point(start), endPosition: point(end) }
  return element(
    'PlainTextSelection',
    { guid: guid('selection', ...key), name, ...place, creatingUser },
    description === '' ? null : element('Description', {}, description),
    codes.map((code, index) =>
      element(
        'Coding',
        // The first has the id that it had when a selection could have one alone.
        { guid: guid('coding', ...key, ...(index === 0 ? [] : [code])), creatingUser },
        element('CodeRef', { targetGUID: code }),
      ),
    ),
  )
}

/** Line ends become LF, so that no program counts one as two characters. */
export function plainText(text: string): string {
  return text.replace(/\r\n?/g, '\n')
}

/** Whether a selection means a passage: they share half of the shorter one or more. */
export function covers(selection: Span, passage: Span): boolean {
  const shorter = Math.min(spanLength(selection), spanLength(passage))
  return shorter > 0 && 2 * overlap(selection, passage) >= shorter
}

/** What somebody coded, in code points of the plain text that has this hash. */
export type HandCoding = {
  readonly text: string
  readonly start: number
  readonly end: number
  readonly code: Code
  readonly coder: string
  /** False where the project names nobody: then `coder` is the file’s name. */
  readonly isNamed: boolean
}

export type ReadProject = {
  readonly file: string
  readonly codings: readonly HandCoding[]
  readonly texts: readonly {
    readonly guid: string
    readonly name: string
    readonly text: string
    readonly codings: number
  }[]
  /** What was not taken, a sentence each. */
  readonly troubles: readonly string[]
}

const mostBytes = 300_000_000

/** A part of a sentence where the bytes are no project: "it …". */
export function readProject(bytes: Uint8Array, file: string, codes: readonly Code[]): ReadProject | string {
  const files = unzipped(bytes, mostBytes)
  if (typeof files === 'string') return files
  const [, qde] = [...files].find(([name]) => /^[^/\\]+\.qde$/iu.test(name)) ?? []
  if (!qde) return 'it is no REFI-QDA project: it holds no project.qde'
  const root = readXml(qde)
  if (typeof root === 'string') return `its project.qde cannot be read: ${root}`
  if (root.name !== 'Project') return 'it is no REFI-QDA project: the root of its project.qde is no Project'
  const users = new Map(
    childrenOf(root, 'Users', 'User').map(({ attributes }) => [
      idIn(attributes['guid']),
      attributes['name'] ?? '',
    ]),
  )
  const known = codeFinder(childrenOf(root, 'CodeBook').flatMap(codesIn), codes)
  // Of two files of one name the first counts.
  const byName = new Map([...files].reverse().map(([name, content]) => [lastName(name), content]))
  const troubles: string[] = []
  const strange: string[] = []
  const read = childrenOf(root, 'Sources', 'TextSource').flatMap((source) => {
    const { guid: id = '', name = '' } = source.attributes
    const text = textOf(source, byName)
    const made = codingsIn(source)
    if (text === null) {
      if (made.length > 0) troubles.push(`${name}: the project does not hold its text; ${left(made.length)}`)
      return []
    }
    const length = positionsOf(text).point(text.length)
    const hash = sha256(text)
    let outside = 0
    const taken = made.flatMap(({ start, end, code: codeId, user }): HandCoding[] => {
      const coder = user === null ? null : (users.get(user) ?? user)
      if (user === synoptic.guid || coder === synoptic.name) return []
      const isInside = start >= 0 && start < end && end <= length
      if (!isInside) outside++
      const code = known(codeId)
      if (typeof code === 'string') strange.push(code)
      if (typeof code === 'string' || !isInside) return []
      return [{ text: hash, start, end, code, coder: coder ?? file, isNamed: coder !== null }]
    })
    if (outside > 0) troubles.push(`${name}: places that are not in its text; ${left(outside)}`)
    return [{ guid: idIn(id), name, text: hash, codings: taken }]
  })
  for (const [name, number] of countsOf(strange))
    troubles.push(`the code "${name}" is not in the codebook; ${left(number)}`)
  return {
    file,
    codings: read.flatMap(({ codings }) => codings),
    texts: read.map((one) => ({ ...one, codings: one.codings.length })),
    troubles,
  }
}

const left = (number: number): string => `${number} coding${number === 1 ? ' is' : 's are'} left out.`
const idIn = (id: string | undefined): string => (id ?? '').toLowerCase()

const lastName = (path: string): string =>
  path
    .split(/[/\\:]/u)
    .at(-1)
    ?.toLowerCase() ?? ''

function textOf(source: Element, byName: ReadonlyMap<string, Uint8Array>): string | null {
  const [inline] = childrenOf(source, 'PlainTextContent')
  if (inline) return plainText(inline.text)
  const wanted = lastName(source.attributes['plainTextPath'] ?? '')
  const bytes = byName.get(wanted)
  return wanted !== '' && bytes ? plainText(new TextDecoder().decode(bytes)) : null
}

function codingsIn(source: Element) {
  return childrenOf(source, 'PlainTextSelection').flatMap((selection) => {
    const { startPosition, endPosition, creatingUser } = selection.attributes
    return childrenOf(selection, 'Coding').flatMap((coding) => {
      const user = coding.attributes['creatingUser'] ?? creatingUser
      return childrenOf(coding, 'CodeRef').map(({ attributes }) => ({
        start: Number(startPosition ?? Number.NaN),
        end: Number(endPosition ?? Number.NaN),
        code: idIn(attributes['targetGUID']),
        user: user === undefined ? null : idIn(user),
      }))
    })
  })
}

/** The codebook’s code for one of the project: by its id, else by its whole name, else by the only one with its short name. */
function codeFinder(theirs: readonly Code[], ours: readonly Code[]): (id: string) => Code | string {
  const byId = new Map(ours.map((code) => [idIn(code.id), code]))
  const byName = new Map(ours.map((code) => [fold(code.name), code]))
  const byLabel = grouped(ours, ({ label }) => [fold(label)])
  const named = new Map(theirs.map((code) => [code.id, code]))
  return (id) => {
    const code = named.get(id)
    const only = byLabel.get(fold(code?.label ?? '')) ?? []
    return (
      byId.get(id) ??
      byName.get(fold(code?.name ?? '')) ??
      (only.length === 1 ? only[0] : undefined) ??
      code?.name ??
      id
    )
  }
}

/** Texts of a project that are none of those that are looked for, a sentence each. */
export function otherTexts(
  { texts }: ReadProject,
  known: ReadonlySet<string>,
  guids: ReadonlySet<string>,
): readonly string[] {
  return texts.flatMap(({ guid: id, name, text, codings }) => {
    if (codings === 0 || known.has(text)) return []
    const why = guids.has(id)
      ? 'its text was changed since the project was written'
      : 'its text is none of these reports’'
    return [`${name}: ${why}; ${left(codings)}`]
  })
}
