/** Differences between two passages, word by word, by normalized form; punctuation and white space go with the words around them. */
import { diffArrays } from 'diff'
import { tokenize, type Token } from './tokens.js'

export type Piece = {
  /** `same` in both; `here` in this passage alone; `there` in the other passage alone. */
  readonly kind: 'same' | 'here' | 'there'
  readonly text: string
}

const maxEdits = 400
/** Passages with a smaller share of words in common are other words throughout; marks would be noise. */
const minShared = 0.5

export function wordDiff(other: string, here: string): readonly Piece[] | null {
  const otherTokens = tokenize(other)
  const tokens = tokenize(here)
  const changes = diffArrays(norms(otherTokens), norms(tokens), { maxEditLength: maxEdits })
  if (changes === undefined) return null
  const shared = changes.reduce(
    (sum, { added, removed, value }) => sum + (added || removed ? 0 : value.length),
    0,
  )
  if (shared < minShared * Math.min(tokens.length, otherTokens.length)) return null
  const builder = new PieceBuilder(here)
  let inOther = 0
  let inHere = 0
  for (const { added, removed, value } of changes) {
    if (removed) {
      builder.missing(wordsOf(other, otherTokens.slice(inOther, inOther + value.length)), tokens[inHere])
    } else {
      for (const token of tokens.slice(inHere, inHere + value.length))
        builder.word(token, added ? 'here' : 'same')
      inHere += value.length
    }
    if (!added) inOther += value.length
  }
  return builder.finish()
}

function norms(tokens: readonly Token[]): string[] {
  return tokens.map((token) => token.norm)
}

function wordsOf(text: string, tokens: readonly Token[]): string {
  const [first] = tokens
  const last = tokens.at(-1)
  return first && last ? text.slice(first.start, last.end) : ''
}

/** Walks through the passage once; the gap between two words is marked when both are. */
class PieceBuilder {
  private readonly pieces: { kind: Piece['kind']; text: string }[] = []
  private reached = 0
  private last: Piece['kind'] = 'same'
  private readonly text: string

  constructor(text: string) {
    this.text = text
  }

  word(token: Token, kind: 'same' | 'here'): void {
    this.gap(token.start, kind === 'here' && this.last === 'here' ? 'here' : 'same')
    this.push(kind, this.text.slice(token.start, token.end))
    this.reached = token.end
    this.last = kind
  }

  missing(words: string, next: Token | undefined): void {
    if (next) this.gap(next.start, 'same')
    this.push('there', next ? `${words} ` : ` ${words}`)
    this.last = 'there'
  }

  finish(): readonly Piece[] {
    this.gap(this.text.length, 'same')
    return this.pieces
  }

  private gap(end: number, kind: 'same' | 'here'): void {
    if (end > this.reached) this.push(kind, this.text.slice(this.reached, end))
    this.reached = Math.max(this.reached, end)
  }

  private push(kind: Piece['kind'], text: string): void {
    if (text === '') return
    const last = this.pieces.at(-1)
    if (last?.kind === kind && kind !== 'there') last.text += text
    else this.pieces.push({ kind, text })
  }
}
