/** Words before a name that are not part of it. Own list, from the titles news style puts before names. */

/** Written with a capital right before a name; a full stop may follow. One word each. */
export const titleWords: ReadonlySet<string> = new Set(
  (
    'mr mrs ms mx miss dr prof professor sir dame lord lady baron baroness rev reverend father sister brother pastor ' +
    'bishop archbishop cardinal pope imam rabbi sheikh ayatollah sultan emir king queen prince princess duke duchess ' +
    'emperor president vice-president premier chancellor minister ambassador envoy governor gov senator sen sens ' +
    'representative rep reps congressman congresswoman mayor councillor councilman councilwoman alderman secretary ' +
    'speaker leader chairman chairwoman chair director judge justice sheriff marshal general gen lt lieutenant col ' +
    'colonel maj major capt captain cmdr commander sgt sergeant cpl corporal adm admiral brig brigadier pvt private ' +
    'officer detective inspector insp constable superintendent supt chief agent coach attorney lawyer prosecutor ' +
    'commissioner deputy spokesman spokeswoman spokesperson taoiseach comrade hon mp msgr monsignor chairperson ' +
    'ex-president lawmaker first second'
  ).split(' '),
)

/** Titles of several words, lower case; matched before single words. */
export const titlePhrases: readonly string[] = [
  'prime minister',
  'deputy prime minister',
  'foreign minister',
  'foreign secretary',
  'defense minister',
  'defence minister',
  'defense secretary',
  'defence secretary',
  'finance minister',
  'interior minister',
  'home secretary',
  'health secretary',
  'justice secretary',
  'secretary of state',
  'secretary of defense',
  'secretary of war',
  'secretary of the treasury',
  'treasury secretary',
  'secretary general',
  'secretary-general',
  'attorney general',
  'deputy attorney general',
  'solicitor general',
  'surgeon general',
  'governor general',
  'inspector general',
  'director general',
  'press secretary',
  'national security adviser',
  'national security advisor',
  'special envoy',
  'special representative',
  'special counsel',
  'vice president',
  'first lady',
  'first minister',
  'house speaker',
  'majority leader',
  'minority leader',
  'house majority leader',
  'house minority leader',
  'senate majority leader',
  'senate minority leader',
  'opposition leader',
  'chief executive',
  'chief justice',
  'chief of staff',
  'police chief',
  'fire chief',
  'district attorney',
  'lieutenant governor',
  'lt. gov',
  'lt. col',
  'lt. gen',
  'maj. gen',
  'brig. gen',
  'crown prince',
  'supreme leader',
  'justice minister',
]
