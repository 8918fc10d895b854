/**
 * Verbs of telling by the stance they take, for `attribution-verb`. Lemmas as annotate gives them. Own list, after the
 * classes that reporting grammars use; verbs that tell of a deed as often as of a word (allow, accept, reject) are left
 * out, since they say what was done.
 */
export type VerbStance =
  'neutral' | 'doubting' | 'conceding' | 'emotive' | 'insisting' | 'endorsing' | 'denying'

const lemmas: Readonly<Record<VerbStance, string>> = {
  neutral:
    'say tell add write state note reply respond answer remark comment observe explain announce report describe continue ask',
  doubting: 'claim allege purport assert contend insinuate speculate pretend',
  conceding: 'admit concede acknowledge confess',
  emotive:
    'boast brag gloat rant complain lament whine grumble sneer scoff crow fume rage thunder snap bark blast slam lash gush rave moan plead beg boasting',
  insisting: 'insist stress emphasize emphasise underline underscore maintain argue warn vow',
  endorsing: 'reveal point-out demonstrate confirm remind prove',
  denying: 'deny dispute refute rebut',
}

const stances: ReadonlyMap<string, VerbStance> = new Map(
  (Object.entries(lemmas) as [VerbStance, string][]).flatMap(([stance, words]) =>
    words.split(' ').map((word) => [word.replace('-', ' '), stance] as const),
  ),
)

export function verbStance(lemma: string | null): VerbStance | null {
  return lemma === null ? null : (stances.get(lemma) ?? null)
}
