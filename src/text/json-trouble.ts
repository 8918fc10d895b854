/** Where a text stops being JSON, in the same words on every Node version. */
type JsonTrouble = { readonly line: number; readonly column: number; readonly expected: string }

const deepest = 100

class Trouble extends Error {
  readonly at: number
  readonly expected: string
  constructor(at: number, expected: string) {
    super(expected)
    this.at = at
    this.expected = expected
  }
}

export function jsonTrouble(text: string): JsonTrouble | null {
  try {
    const end = value(text, blanks(text, 0), 0)
    const rest = blanks(text, end)
    if (rest < text.length) throw new Trouble(rest, 'the end of the file')
    return null
  } catch (error) {
    if (!(error instanceof Trouble)) throw error
    const before = text.slice(0, error.at).split('\n')
    return {
      line: before.length,
      column: (before.at(-1) ?? '').length + 1,
      expected: error.expected,
    }
  }
}

/** Each reader takes the place where its piece starts and gives the place after it. */
function value(text: string, at: number, depth: number): number {
  if (depth > deepest) throw new Trouble(at, `nesting of at most ${deepest} levels`)
  const first = text[at]
  if (first === '{') return members(text, at, depth, '}', 'a comma or }', member)
  if (first === '[') return members(text, at, depth, ']', 'a comma or ]', value)
  if (first === '"') return string(text, at)
  return sticky(/true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/uy, text, at, 'a value')
}

function members(
  text: string,
  at: number,
  depth: number,
  close: string,
  expected: string,
  one: (text: string, at: number, depth: number) => number,
): number {
  let place = blanks(text, at + 1)
  if (text[place] === close) return place + 1
  for (;;) {
    place = blanks(text, one(text, place, depth + 1))
    if (text[place] === close) return place + 1
    if (text[place] !== ',') throw new Trouble(place, expected)
    place = blanks(text, place + 1)
  }
}

function member(text: string, at: number, depth: number): number {
  if (text[at] !== '"') throw new Trouble(at, 'a name in double quotation marks')
  const colon = blanks(text, string(text, at))
  if (text[colon] !== ':') throw new Trouble(colon, 'a colon')
  return value(text, blanks(text, colon + 1), depth)
}

function string(text: string, at: number): number {
  let place = at + 1
  for (;;) {
    place = sticky(/[^"\\\u0000-\u001f]*/uy, text, place, '')
    if (text[place] === '"') return place + 1
    if (text[place] !== '\\') throw new Trouble(place, 'a closing quotation mark')
    place = sticky(/\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4})/uy, text, place, 'a valid \\ escape')
  }
}

function blanks(text: string, at: number): number {
  return sticky(/[ \t\r\n]*/uy, text, at, '')
}

function sticky(pattern: RegExp, text: string, at: number, expected: string): number {
  pattern.lastIndex = at
  if (!pattern.test(text)) throw new Trouble(at, expected)
  return pattern.lastIndex
}
