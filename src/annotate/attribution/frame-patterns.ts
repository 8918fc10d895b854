/**
 * The orders in which source (S), cue (Q) and pieces of content (C) stand in an attribution, as a tree of states: a
 * state is what has been read so far. Every order seen at least ten times in the training texts is here.
 */
export const patterns = [
  'SQC', 'CSQ', 'CSQC', 'CQS', 'QC', 'CQC', 'CQSC', 'QSC', 'SQCC', 'CQ', 'QCS', 'SCQ', 'CSQCC', 'CCSQ', 'CQCS',
  'CQSCC', 'SCQC', 'QCC', 'CCQS', 'QSCC', 'CQCC', 'CCSQC', 'CCQ',
] as const // prettier-ignore

type Part = 'S' | 'C' | 'Q'

export type State = {
  readonly read: string
  readonly next: Readonly<Record<Part, number>>
  /** Whether the state is a whole pattern. */
  readonly final: boolean
  /** What words outside all parts are told apart by: 0 nothing read, 1 S, 2 C; after the cue 3 Q, 4 S, 5 C, 6 C…Q. */
  readonly outsideClass: number
}

export const outsideClasses = 7

/** Of words behind the parts `read`. */
export function outsideClassOf(read: string): number {
  const last = read.at(-1)
  if (!read.includes('Q')) return last === undefined ? 0 : last === 'S' ? 1 : 2
  if (last === 'Q') return read.includes('C') ? 6 : 3
  return last === 'S' ? 4 : 5
}

function buildStates(): readonly State[] {
  const reads = new Set<string>([''])
  for (const pattern of patterns)
    for (let length = 1; length <= pattern.length; length++) reads.add(pattern.slice(0, length))
  const order = [...reads]
  const number = (read: string): number => order.indexOf(read)
  return order.map((read) => ({
    read,
    next: { S: number(read + 'S'), C: number(read + 'C'), Q: number(read + 'Q') },
    final: (patterns as readonly string[]).includes(read),
    outsideClass: outsideClassOf(read),
  }))
}

export const states = buildStates()
