/**
 * The sentences of findings. Every report is named, those with nothing too; positions stand in one grammatical form.
 *
 * In:    names and quoted words from parts.ts. Out: one plain sentence or a few short ones.
 * Never: holds a word of banned.ts (a test reads every sentence made of the samples and of generated events).
 */

export type Stated = { readonly value: string; readonly by: string }

/** "“five hours” (A, B); “nearly four hours” (C)". */
function stated(positions: readonly Stated[]): string {
  return positions.map(({ value, by }) => `${value} (${by})`).join('; ')
}

function nothing(none: string, scope = ''): string {
  return none === '' ? '' : ` ${none}: no passage found${scope}.`
}

/** Reports by name, and whether it is one alone. */
export type Named = { readonly names: string; readonly one: boolean }

/** Reports that lack it, tell it in part or in other words, and of which nobody can tell; the last two '' for none. */
export type Lack = { readonly none: string; readonly partly: string; readonly unclear: string }

function lacking({ none, partly, unclear }: Lack): string {
  const near = partly === '' ? '' : ` Perhaps in part or in other words: ${partly}.`
  return ` No passage found in ${none}.${near}${cannotTell(unclear)}`
}

function cannotTell(unclear: string): string {
  return unclear === '' ? '' : ` ${unclear}: cannot tell.`
}

/** "words credited to Mara Sol". */
function wordsOf(speaker: string | null): string {
  return speaker === null ? 'words quoted' : `words credited to ${speaker}`
}

function sentenceCase(words: string): string {
  return words.slice(0, 1).toUpperCase() + words.slice(1)
}

export const templates = {
  conflict: (matter: string, positions: readonly Stated[], none: string, silent: string): string =>
    `Reports differ on ${matter}: ${stated(positions)}.${nothing(none)}${silent}`,
  mayDiffer: (
    matter: string,
    positions: readonly Stated[],
    reason: string,
    none: string,
    silent: string,
  ): string => `Reports may differ on ${matter}: ${stated(positions)} (${reason}).${nothing(none)}${silent}`,
  /** `too`: who else tells it, '' for nobody. */
  leftOut: (teller: string, what: string, too: Named, lack: Lack): string => {
    const more = too.names === '' ? '' : ` ${too.names} ${too.one ? 'tells' : 'tell'} it too, or most of it.`
    return `${teller} tells: ${what}.${more}${lacking(lack)}`
  },
  onlyHere: (teller: string, what: string, lack: Lack): string =>
    `${teller} alone tells: ${what}.${lacking(lack)}`,
  /** `too`, `naming`, `unclear`: '' for nobody. */
  heardHere: (
    person: string,
    {
      cites,
      what,
      too,
      naming,
      nameless,
      unnamed,
      unclear,
    }: {
      readonly cites: string
      readonly what: string
      readonly too: Named
      readonly naming: Named
      readonly nameless: Named
      readonly unnamed: Named
      readonly unclear: string
    },
  ): string => {
    const rest = [
      too.names === '' ? '' : ` ${too.names} ${too.one ? 'cites' : 'cite'} ${person} too.`,
      naming.names === '' ? '' : ` ${naming.names} ${naming.one ? 'names' : 'name'} ${person}.`,
      nameless.names === ''
        ? ''
        : ` ${nameless.names} ${nameless.one ? 'prints' : 'print'} similar words without the name.`,
      ` ${unnamed.names} ${unnamed.one ? 'does' : 'do'} not name ${person}.`,
    ]
    return `${cites} cites ${person}: ${what}.${rest.join('')}${cannotTell(unclear)}`
  },
  shortened: (report: string, speaker: string | null, here: string, lost: string, fuller: string): string =>
    `${sentenceCase(wordsOf(speaker))}: ${report} prints ${here} without ${lost}; ${fuller} has that.`,
  altered: (report: string, speaker: string | null, here: string, fuller: string, there: string): string =>
    `${sentenceCase(wordsOf(speaker))} differ: ${here} in ${report}, ${there} in ${fuller}.`,
  paraphrased: (report: string, here: string, fuller: string, there: string): string =>
    `${report} reports in other words, ${here}, what ${fuller} quotes as ${there}.`,
  complementary: (positions: readonly Stated[]): string =>
    `Reports quote different parts of one statement: ${stated(positions)}.`,
  /** `otherwise`: reports that name none of these people, with the source as printed, '' where they name none. */
  speakerDiffers: (
    words: string,
    positions: readonly Stated[],
    otherwise: readonly Stated[],
    none: string,
    silent: string,
  ): string => {
    const others = otherwise.map(
      ({ value, by }) => ` ${by}: ${value === '' ? 'no source named' : `credited to ${value}`}.`,
    )
    return `The words ${words} are credited to ${positions.map(({ value, by }) => `${value} (${by})`).join('; to ')}.${others.join('')}${nothing(none)}${silent}`
  },
  attributionDropped: (report: string, here: string, credited: readonly Stated[]): string =>
    `${report} tells with no source named: ${here}. Credited elsewhere: to ${credited.map(({ value, by }) => `${value} (${by})`).join('; to ')}.`,
  toldAsFact: (plain: readonly Stated[], charged: readonly Stated[]): string =>
    `Told as a fact: ${stated(plain)}. Told as a charge: ${stated(charged)}.`,
  certainty: (plain: readonly Stated[], hedged: readonly Stated[]): string =>
    `Told as certain: ${stated(plain)}. Told with a hedge: ${stated(hedged)}.`,
  naming: (referent: string, positions: readonly Stated[]): string =>
    `Reports name ${referent} differently: ${stated(positions)}.`,
  otherWords: (positions: readonly Stated[]): string => `Other words for one thing: ${stated(positions)}.`,
  otherVerbs: (positions: readonly Stated[]): string => `Other verbs for one act: ${stated(positions)}.`,
  doer: (positions: readonly Stated[]): string =>
    `With who did it here, without there: ${stated(positions)}.`,
  attributionVerb: (speaker: string, same: readonly Stated[]): string =>
    `Verbs beside the same words of ${speaker}: ${stated(same)}.`,
  /** `more`: other headlines that are not named. */
  headlineFocus: (positions: readonly Stated[], more: number): string =>
    `The headlines differ: ${stated(positions)}${more === 0 ? '' : `; and ${more} more`}.`,
  headlineBody: (
    tensions: readonly { report: string; headline: string; body: string; how: string }[],
  ): string =>
    tensions
      .map(
        ({ report, headline, body, how }) =>
          `${report} has the headline ${headline} and, further down, ${body}: ${how}.`,
      )
      .join(' '),
  sourceBalance: (rows: readonly { speaker: string; counts: readonly Stated[]; none: string }[]): string =>
    rows
      .map(
        ({ speaker, counts, none }) =>
          `Words credited to ${speaker}: ${counts.map(({ value, by }) => `${value} (${by})`).join('; ')}${none === '' ? '' : `; none found in ${none}`}.`,
      )
      .join(' '),
} as const
