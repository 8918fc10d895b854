/**
 * The orders in which source (S), cue (Q) and pieces of content (C) stand in an attribution: every order seen at least ten
 * times in the training texts.
 */
export const orders = [
  'SQC', 'CSQ', 'CSQC', 'CQS', 'QC', 'CQC', 'CQSC', 'QSC', 'SQCC', 'CQ', 'QCS', 'SCQ', 'CSQCC', 'CCSQ', 'CQCS',
  'CQSCC', 'SCQC', 'QCC', 'CCQS', 'QSCC', 'CQCC', 'CCSQC', 'CCQ',
] as const // prettier-ignore

export const outsideClasses = 7

/**
 * What words outside all parts are told apart by, behind the parts `read`: 0 nothing read, 1 S, 2 C; after the cue 3 Q, 4 S,
 * 5 C, 6 C…Q.
 */
export function outsideClassOf(read: string): number {
  const last = read.at(-1)
  if (!read.includes('Q')) return last === undefined ? 0 : last === 'S' ? 1 : 2
  if (last === 'Q') return read.includes('C') ? 6 : 3
  return last === 'S' ? 4 : 5
}
