/**
 * Invented events with planted tendencies, for trying a study and for measuring its intervals: five outlets report fires in invented towns;
 * how much of what is known each leaves out is given. Nothing in them happened.
 *
 * In: a number for each event, and the outlets. Out: the texts, the same for the same numbers.
 */
import { seeded } from '../eval/result.js'

export type PlantedOutlet = {
  readonly name: string
  /** Share of the facts that its reports leave out. */
  readonly leavesOut: number
  /** Share of quotations of which it prints the first half alone. */
  readonly cuts: number
}

export type PlantedReport = { readonly outlet: string; readonly publishedAt: string; readonly text: string }
export type PlantedEvent = {
  readonly id: string
  readonly title: string
  readonly reports: readonly PlantedReport[]
}

/** The Courier leaves out most, the Ledger cuts quotations. */
export const plantedOutlets: readonly PlantedOutlet[] = [
  { name: 'Coast Courier', leavesOut: 0.3, cuts: 0.1 },
  { name: 'Harbour Ledger', leavesOut: 0.1, cuts: 0.6 },
  { name: 'Moorland Post', leavesOut: 0.1, cuts: 0.1 },
  { name: 'Radio Tarn', leavesOut: 0.1, cuts: 0.1 },
  { name: 'The Weekly Beacon', leavesOut: 0.1, cuts: 0.1 },
]

const towns =
  'Aldmouth|Brackwell|Cawthorne|Dunsley|Eastrigg|Farholm|Gorsedale|Hexley|Inverlow|Kelsby|Lowmere|Marstow|Norbeck|Oakhurst|Penrose|Quenby|Rothwick|Stanmere|Thornley|Ulverby'.split(
    '|',
  )
const places =
  'paper mill|furniture factory|grain store|boatyard|school hall|bakery|printing works|railway depot|dairy|timber yard|chapel|swimming pool'.split(
    '|',
  )
const firsts = 'Anna|Peter|Ruth|Martin|Clara|Simon|Helen|Oscar|Nora|Victor|Irene|Paul'.split('|')
const lasts =
  'Whitfield|Marlowe|Hargreave|Osborne|Pettigrew|Lindqvist|Ashdown|Fairweather|Colborne|Standish|Birkett|Thackeray|Wainwright|Ellsworth'.split(
    '|',
  )

/**
 * Each in two forms; of `[one|other]` every report takes its own, so that no two share their copy; braces are filled in, the same in all
 * reports of an event.
 */
const facts: readonly (readonly [string, string])[] = [
  [
    'A [fire|blaze|large fire] [destroyed|burnt down|gutted] the {place} [in|of|outside] {town} [on Tuesday night|late on Tuesday|during Tuesday night].',
    'The {place} [in|of|outside] {town} was [destroyed|burnt down|gutted] by a [fire|blaze|large fire] [on Tuesday night|late on Tuesday|during Tuesday night].',
  ],
  [
    '[Firefighters|Fire crews|Firemen] [rescued|saved|brought down] {a} [workers|employees|people at work] from the [roof|flat roof|top of the building].',
    '{A} [workers|employees|people at work] were [rescued|saved|brought down] from the [roof|flat roof|top of the building] by [firefighters|fire crews|firemen].',
  ],
  [
    '[Police|The police|Detectives] [arrested|detained|took into custody] a former [night watchman|watchman|guard of the building].',
    'A former [night watchman|watchman|guard of the building] was [arrested|detained|taken into custody] by [police|the police|detectives].',
  ],
  [
    'The owner, {owner}, had [cancelled|ended|given up] the [insurance|fire insurance|insurance policy] [in March|as early as March|already in March].',
    '[In March|As early as March|Already in March] the owner, {owner}, had [cancelled|ended|given up] the [insurance|fire insurance|insurance policy].',
  ],
  [
    '[Inspectors|Safety inspectors|Building inspectors] had [criticised|complained about|objected to] the [broken|faulty|defective] sprinklers twice [last year|in the past year].',
    'Twice [last year|in the past year] [inspectors|safety inspectors|building inspectors] had [criticised|complained about|objected to] the [broken|faulty|defective] sprinklers.',
  ],
  [
    'The [regional hospital|hospital|county hospital] [treated|cared for|took in] {b} people [for|with|because of] smoke poisoning.',
    '{B} people were [treated|cared for|taken in] [for|with|because of] smoke poisoning at the [regional hospital|hospital|county hospital].',
  ],
  [
    'The [council|town council|local council] [closed|shut|blocked] the [river bridge|bridge over the river|old river bridge] [until Friday|up to Friday|till Friday].',
    '[Until Friday|Up to Friday|Till Friday] the [council|town council|local council] has [closed|shut|blocked] the [river bridge|bridge over the river|old river bridge].',
  ],
  [
    '[Residents|People|Families] of Mill Lane [spent|passed|stayed] the night in a [sports centre|sports hall|gym].',
    'In a [sports centre|sports hall|gym] the [residents|people|families] of Mill Lane [spent|passed|stayed] the night.',
  ],
  [
    'The [damage|loss|total damage] is [estimated|put|reckoned] at {c} million euros.',
    '[Experts|Insurers|Assessors] [estimate|put|reckon] the [damage|loss|total damage] at {c} million euros.',
  ],
  [
    'A gas [bottle|cylinder|canister] [exploded|blew up|burst] [shortly|soon|a little] after midnight.',
    '[Shortly|Soon|A little] after midnight a gas [bottle|cylinder|canister] [exploded|blew up|burst].',
  ],
  [
    '[Trains|All trains|Railway trains] to the capital were [cancelled|stopped|suspended] for six hours.',
    'For six hours [trains|all trains|railway trains] to the capital were [cancelled|stopped|suspended].',
  ],
  [
    'The [union|trade union|workers’ union] [demanded|called for|asked for] a [public|full|independent] inquiry into the [fire|blaze|disaster].',
    'A [public|full|independent] inquiry into the [fire|blaze|disaster] was [demanded|called for|asked for] by the [union|trade union|workers’ union].',
  ],
  [
    '[Prosecutors|The prosecutors|State prosecutors] [seized|froze|blocked] the [accounts|bank accounts] of the [company|firm|business].',
    'The [accounts|bank accounts] of the [company|firm|business] were [seized|frozen|blocked] by [prosecutors|the prosecutors|state prosecutors].',
  ],
  [
    '[Volunteers|Helpers|Neighbours] [collected|gathered|brought] [clothes|coats|warm clothes] and blankets for the [families|homeless|victims].',
    '[Clothes|Coats|Warm clothes] and blankets for the [families|homeless|victims] were [collected|gathered|brought] by [volunteers|helpers|neighbours].',
  ],
  [
    'The [water supply|drinking water|tap water] was [polluted|contaminated|fouled] with oil, [tests|samples|measurements] [showed|revealed].',
    '[Tests|Samples|Measurements] [showed|revealed] that the [water supply|drinking water|tap water] was [polluted|contaminated|fouled] with oil.',
  ],
  [
    'A helicopter from the [neighbouring|next|adjoining] county [searched|scanned|combed] the [marshes|fens|wetlands].',
    'The [marshes|fens|wetlands] were [searched|scanned|combed] by a helicopter from the [neighbouring|next|adjoining] county.',
  ],
  [
    'The [government|national government|cabinet] [promised|pledged|offered] {d} million euros in [emergency|immediate|urgent] aid.',
    '[Emergency|Immediate|Urgent] aid of {d} million euros was [promised|pledged|offered] by the [government|national government|cabinet].',
  ],
  [
    'Two [firefighters|firemen|members of the crew] [broke|fractured] their legs when a [wall|brick wall|side wall] [collapsed|fell|came down].',
    'When a [wall|brick wall|side wall] [collapsed|fell|came down], two [firefighters|firemen|members of the crew] [broke|fractured] their legs.',
  ],
]

const sayings: readonly (readonly [string, string])[] = [
  ['We asked for new alarms three years ago', 'and the council turned the request down'],
  ['The crews worked through the night without a break', 'and I have never been prouder of them'],
  ['Nobody should be blamed before the inquiry ends', 'but the questions have to be answered soon'],
]

const own =
  'Smoke could be seen from the hills.|The smell of burnt paint hung over the market.|Children watched from the windows.|A brass band stayed at home.|The bells of the town rang in the morning.'.split(
    '|',
  )

const numbers = 'Twelve|Fourteen|Sixteen|Seventeen|Nineteen|Twenty-one|Twenty-three|Twenty-six'.split('|')

export function plantedEvent(
  number: number,
  outlets: readonly PlantedOutlet[] = plantedOutlets,
): PlantedEvent {
  const random = seeded(1_000 + number)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const name = (): string => `${pick(firsts)} ${pick(lasts)}`
  const [town, place, a, b] = [pick(towns), pick(places), pick(numbers), pick(numbers)]
  const filled: Readonly<Record<string, string>> = {
    town,
    place,
    owner: name(),
    A: a,
    a: a.toLowerCase(),
    B: b,
    b: b.toLowerCase(),
    c: String(2 + Math.floor(random() * 30)),
    d: String(40 + Math.floor(random() * 30)),
  }
  const fill = (text: string): string =>
    text
      .replace(/\[([^\]]*)\]/gu, (_, choices: string) => pick(choices.split('|')))
      .replace(/\{(\w+)\}/gu, (_, word: string) => filled[word] ?? '')
  const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
  const speakers = [`Mayor ${name()}`, `Fire chief ${name()}`, `Union leader ${name()}`]
  const day = new Date(Date.UTC(2024, 0, 3 + 2 * number, 5))
  const title = fill('Fire destroys {place} in {town}')
  const reports = outlets.map((outlet, index): PlantedReport => {
    const told = facts.flatMap((wordings, at) =>
      at > 0 && random() < outlet.leavesOut ? [] : [sentence(fill(pick(wordings)))],
    )
    const quoted = sayings.map(([opening, ending], at) => {
      const words = random() < outlet.cuts ? opening : `${opening}, ${ending}`
      const speaker = speakers[at] ?? ''
      return pick([
        `“${words},” said ${speaker}.`,
        `“${words},” ${speaker} told reporters.`,
        `${speaker} said: “${words}.”`,
      ])
    })
    const sentences = [...told, ...quoted, pick(own)]
    const paragraphs: string[] = []
    for (let at = 0; at < sentences.length; at += 3) paragraphs.push(sentences.slice(at, at + 3).join(' '))
    const time = new Date(day.getTime() + (Math.floor(random() * 180) + 20 * index) * 60_000)
    return {
      outlet: outlet.name,
      publishedAt: time.toISOString().replace('.000', ''),
      text: `${title}\n\n${paragraphs.join('\n\n')}\n`,
    }
  })
  return { id: `fire-${String(number).padStart(4, '0')}`, title, reports }
}

const slug = (name: string): string => name.toLowerCase().replaceAll(' ', '-')

/** The files of a batch: its manifest and the texts that it names. */
export function batchFiles(
  events: readonly PlantedEvent[],
): readonly { readonly name: string; readonly content: string }[] {
  const texts = events.flatMap(({ id, reports }) =>
    reports.map(({ outlet, text }) => ({ name: `${id}/${slug(outlet)}.txt`, content: text })),
  )
  const lines = events.flatMap(({ id, title, reports }) =>
    reports.map(
      ({ outlet, publishedAt }) => `${id},${title},${id}/${slug(outlet)}.txt,${outlet},${publishedAt}`,
    ),
  )
  return [
    { name: 'events.csv', content: `event,title,source,outlet,publishedAt\n${lines.join('\n')}\n` },
    ...texts,
  ]
}

/** samples/town-fires: twelve events, and what is known of the outlets. */
export function sampleFiles(): ReturnType<typeof batchFiles> {
  const events = Array.from({ length: 12 }, (_, number) => plantedEvent(number))
  const outlets =
    'outlet,country,owner\nCoast Courier,Northmark,Tidewater Group\nHarbour Ledger,Northmark,Tidewater Group\nMoorland Post,Southmark,a trust\nRadio Tarn,Southmark,public\nThe Weekly Beacon,Southmark,its readers\n'
  return [...batchFiles(events), { name: 'outlets.csv', content: outlets }]
}
