/** `synoptic match`: the claim matcher alone, a pair of sentences a line: `{"a":"…","b":"…"}` in, a judgement out. */
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { MatchResult } from '../../model/report.js'
import { match as matchClaims } from '../../pipeline.js'
import { writeJson } from '../../report/json.js'
import { type ExitCode, exitCodes, UsageError } from '../outcome.js'
import type { Terminal } from '../terminal.js'
import type { MatchOptions } from '../options.js'

const Pair = z.object({ a: z.string(), b: z.string() })

export async function match(options: MatchOptions, terminal: Terminal): Promise<ExitCode> {
  let number = 0
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++
    if (line.trim() === '') continue
    const { a, b } = pairOf(line, number)
    const result = matchClaims(a, b)
    await terminal.out(options.json ? `${writeJson(MatchResult, result)}\n` : describe(result))
  }
  return exitCodes.complete
}

function pairOf(line: string, number: number): z.infer<typeof Pair> {
  try {
    return Pair.parse(JSON.parse(line))
  } catch {
    throw new UsageError(
      `Standard input, line ${number}: it is not a JSON object with the texts "a" and "b", such as {"a":"…","b":"…"}.`,
    )
  }
}

function describe({ score, same, contradicts }: MatchResult): string {
  const verdict = same ? 'same' : 'not the same'
  return `${score.toFixed(3)}  ${verdict}${contradicts ? ', contradicts' : ''}\n`
}
