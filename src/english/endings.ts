/** What became of somebody, by verbs: data/english/endings.txt. */
import { wordFile } from './word-lists.js'

/** The side that a verb takes on a question: `resigned` on `office`. */
type Ending = { readonly question: string; readonly side: string }

const file = wordFile('endings.txt')
const tables = { does: sidesByVerb('does'), undergoes: sidesByVerb('undergoes') } as const

function sidesByVerb(section: string): ReadonlyMap<string, Ending> {
  return new Map(
    [...file.groups(section)].flatMap(([name, verbs]) => {
      const [question = '', side = ''] = name.split('/')
      return verbs.map((verb) => [verb.replace('-', ' '), { question, side }] as const)
    }),
  )
}

/** `verb`: its base form with a particle ("step down"). */
export function endingOf(verb: string, direction: keyof typeof tables): Ending | undefined {
  return tables[direction].get(verb)
}
