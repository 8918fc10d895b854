/**
 * Words that tell a thing as a charge not proved. Own list, after the guidance of news style books on `alleged`,
 * `accused`, `charged` and `suspected` (what a person is said to have done wrong, before a court has found so). Not here:
 * `claim`, `reportedly`, `believed to`, which leave open whether a thing is so but charge nobody. Licence: MIT.
 */

/** Wherever they stand, lower case. */
export const allegationWords: ReadonlySet<string> = new Set(
  'alleged allegedly allege alleges alleging allegation allegations accusation accusations purportedly'.split(
    ' ',
  ),
)

/** With the preposition behind them, at most `reach` words on: `accused the firm of`, `charged with`. */
export const charges: readonly {
  readonly forms: string
  readonly preposition: string
  readonly reach: number
}[] = [
  { forms: 'accuse accuses accused accusing', preposition: 'of', reach: 10 },
  { forms: 'suspects suspected', preposition: 'of', reach: 6 },
  { forms: 'charge charges charged charging', preposition: 'with', reach: 6 },
  { forms: 'indicted', preposition: 'on', reach: 6 },
  { forms: 'indicted', preposition: 'for', reach: 6 },
]

/** Lemmas of cues whose content is a charge. */
export const allegationCues: ReadonlySet<string> = new Set([
  'allege', 'allegation', 'accuse', 'accusation', 'insinuate', 'insinuation', 'purport',
]) // prettier-ignore
