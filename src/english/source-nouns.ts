/**
 * Nouns by which a source is classed, lower case, singular. Own lists, along the kinds of sources that studies of news
 * sourcing count (Sigal 1973; Gans 1979; Brown and others 1987: named, unnamed, documents, bodies). Licence: MIT.
 */

/** What is written, printed, shown or measured. */
export const documentNouns: ReadonlySet<string> = new Set(
  (
    'account ad advertisement affidavit agenda agreement announcement article bill book brief brochure bulletin campaign ' +
    'caption charge-sheet communique constitution contract data declaration decree diary document dossier draft editorial ' +
    'email evidence factsheet figure file filing footage forecast graphic headline indictment interview invitation ' +
    'invoice journal label law lawsuit leaflet letter log manifesto map memo memoir memorandum message minutes notice ' +
    'notification numbers page pamphlet paper petition placard plaque platform poll post poster press-release profile ' +
    'record release report resolution review rule ruling script sign sticker story statement statistic statute study ' +
    'subpoena suit summary survey table tape testimony text transcript treaty tweet verdict video warrant website'
  ).split(' '),
)

/** Who speaks from inside and is kept unnamed. */
export const hiddenNouns: ReadonlySet<string> = new Set(
  'source insider leaker tipster whistleblower'.split(' '),
)

/** Phrases that say a source is kept unnamed, lower case. */
export const hiddenPhrases =
  /\b(?:anonym(?:ous|ously|ity)|unnamed|unidentified|not (?:be )?(?:named|identified)|familiar with|briefed on|close to the|with (?:direct )?knowledge of|who asked not|who declined to be|who requested)\b/u

/** Bodies in lower case, beside those of organisations.ts. */
export const bodyNouns: ReadonlySet<string> = new Set(
  (
    'airline agency business carrier charity chain city club court country establishment factory firm government ' +
    'institute insurer judiciary laboratory leadership maker manufacturer ministry nation newspaper operator organiser outlet ' +
    'paper producer provider publisher regime regulator retailer state supplier tribunal utility watchdog website zoo'
  ).split(' '),
)

/** Many people under a singular word, and plurals without an s. */
export const crowdNouns: ReadonlySet<string> = new Set(
  (
    'people public crowd majority minority staff folk folks men women children police-officers youth clergy electorate ' +
    'opposition media press everybody everyone many most some others few several both all voters audience personnel'
  ).split(' '),
)
