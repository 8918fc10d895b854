/** A person at work in a QDA program: opens a project, codes words, saves it. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

type Work = {
  readonly coder: string
  /** Words of a text, or the name of a selection, and the code's name that it gets. */
  readonly codes: readonly (readonly [words: string, code: string])[]
  /** As some programs save: without the names of coders, text in CRLF with a byte order mark, the folder in capitals. */
  readonly otherwise?: boolean
}

export function codedBy(project: Uint8Array, { coder, codes, otherwise = false }: Work): Uint8Array {
  const files = unzipSync(project)
  let xml = strFromU8(files['project.qde'] ?? new Uint8Array())
  const user = `00000000-0000-4000-8000-${String(coder.length).padStart(12, '0')}`
  if (!otherwise) xml = xml.replace('<Users>', `<Users><User guid="${user}" name="${coder}"/>`)
  const by = otherwise ? '' : ` creatingUser="${user}"`
  const guidOf = (name: string): string =>
    new RegExp(`<Code guid="([^"]+)" name="${name}"`, 'u').exec(xml)?.[1] ?? 'no-such-code'
  const texts = new Map(Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)]))
  xml = xml.replaceAll(
    /(<TextSource guid="([^"]+)"[^>]*)(?:\/>|>(.*?)<\/TextSource>)/gu,
    (...found: string[]) => {
      const [, head = '', guid = '', body = ''] = found
      const text = texts.get(`sources/${guid}.txt`) ?? ''
      const made = codes.flatMap(([words, code]) =>
        placesOf(words, text, body).map((place) => selection(place, code)),
      )
      const [selections, values = ''] = body.split(/(?=<VariableValue>)(.*)/su)
      return `${head}>${selections ?? ''}${made.join('')}${values}</TextSource>`
    },
  )
  if (otherwise) xml = xml.replaceAll(/ creatingUser="[^"]*"/gu, '').replace(/<Users>.*<\/Users>/u, '')
  function selection([start, end]: readonly [number, number], code: string): string {
    return `<PlainTextSelection guid="x" startPosition="${start}" endPosition="${end}"${by}><Coding guid="y"${by}><CodeRef targetGUID="${guidOf(code)}"/></Coding></PlainTextSelection>`
  }
  const saved = [...texts].map(([name, text]) => {
    if (name === 'project.qde') return [name, strToU8(xml)] as const
    if (!otherwise) return [name, strToU8(text)] as const
    return [name.replace('sources', 'Sources'), strToU8(`\ufeff${text.replaceAll('\n', '\r\n')}`)] as const
  })
  return zipSync(Object.fromEntries(saved))
}

/** In code points: of all selections with that name, else of the words where they stand first. */
function placesOf(words: string, text: string, body: string): readonly (readonly [number, number])[] {
  const named = [...body.matchAll(/name="([^"]*)" startPosition="(\d+)" endPosition="(\d+)"/gu)]
    .filter(([, name]) => name === words)
    .map(([, , start, end]) => [Number(start), Number(end)] as const)
  const at = text.indexOf(words)
  if (named.length > 0 || at < 0) return named
  const start = Array.from(text.slice(0, at)).length
  return [[start, start + Array.from(words).length]]
}
