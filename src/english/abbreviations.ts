/**
 * Abbreviations after which a full stop does not end the sentence, by what may follow. Own list, compiled from the
 * usual newsroom abbreviations (Associated Press and Reuters style): no copied table.
 */

/** A name or number always follows: `Mr. Brown`, `Gen. Milley`. */
export const beforeName: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx dr prof rev fr hon sen sens rep reps gov govs gen col lt maj capt cpl sgt cmdr adm brig pvt supt ' +
    'det insp atty msgr messrs mme mlle pres amb asst assoc vs v cf viz approx est e.g i.e ca'
  ).split(' '),
)

/** Joined unless a usual sentence starter follows: `Acme Inc. said`, `St. Petersburg`, `Main St. The`. */
export const maybeFinal: ReadonlySet<string> = new Set(
  (
    'inc corp co ltd llc plc bros jr sr st mt ft ave blvd rd etc al univ dept dist assn bldg esq ph.d m.d b.a m.a ' +
    'ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa ' +
    'tenn tex vt va wash wis wyo penn ont que'
  ).split(' '),
)

/** Joined when a digit follows: `Dec. 2`, `No. 10`, `Art. 5`. */
export const beforeDigit: ReadonlySet<string> = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos art sec fig figs vol p pp par ch ver approx tel'.split(
    ' ',
  ),
)

/** Joined when a day, month, time zone or digit follows: `5 p.m. Tuesday`. */
export const clockHalves: ReadonlySet<string> = new Set(['a.m', 'p.m'])
export const afterClock: ReadonlySet<string> = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april ' +
    'may june july august september october november december jan feb mar apr aug sept sep oct nov dec et est edt ct ' +
    'cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest msk eastern central mountain pacific local moscow eet'
  ).split(' '),
)

/** Words that usually open a sentence when they are capitalised. */
export const starters: ReadonlySet<string> = new Set(
  (
    'the a an this that these those there here it its he she they we you i his her their our my your who what when ' +
    'where why how which whose but and or so yet nor for if as at by in on of to from with without within after before ' +
    'during since until while although though because however meanwhile moreover still also even just only once ' +
    'despite instead later earlier now then today yesterday tomorrow last next some many most more all any both each ' +
    'every few several another other others no not none one two three according among amid under over about against ' +
    'between through both nobody everyone everything nothing somebody let please perhaps maybe yes well is are was ' +
    'were do does did has have had can could will would should may might must'
  ).split(' '),
)

/** Verbs that credit words right after a quotation that ends in `?` or `!`: `“Why?” Brown asked.` */
export const creditVerbs: ReadonlySet<string> = new Set(
  (
    'said says asked asks added adds wrote writes told tells replied replies shouted shouts cried cries tweeted tweets ' +
    'exclaimed wondered declared declares insisted insists warned warns joked jokes yelled recalled continued posted'
  ).split(' '),
)
