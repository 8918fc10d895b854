/**
 * A small thesaurus of news English: words that stand for one another often enough that two reports of one event use
 * either. Used to look for a passage told in other words, and to see that labels name one kind of thing. Own list, by
 * theme; a word stands in one line only. Never used to say that two wordings mean the same.
 */
import { stem } from '../text/stem.js'
import { stopwords } from './stopwords.js'

const lines = `
meeting: meeting talks negotiation conversation discussion summit dialogue session discussions negotiations consultation huddle huddled parley
envoy: envoy emissary representative delegate delegation negotiator mediator troubleshooter
plan: plan proposal blueprint initiative offer framework draft roadmap scheme package document
agreement: agreement deal accord pact settlement bargain treaty compromise breakthrough
version: version edition draft text revision
revise: revise rewrite rework redraft redo update amend overhaul rewritten redone revised updated reworked
part: part point section chapter item element component provision article
land: territory land region soil area district province territorial ground
reject: reject refuse rebuff spurn decline dismiss refusal rejection
accept: accept acceptable agree approve endorse consent
demand: demand insist require requirement condition obligation oblige
surrender: surrender cede relinquish handover concession concede withdraw withdrawal yield retreat
capture: capture seizure seize fall liberation liberate conquest occupation occupy overrun
war: war conflict invasion hostilities fighting warfare campaign
truce: truce ceasefire armistice
attack: attack strike assault raid bombardment shelling bombing offensive
advance: advance gain progress headway push
fast: fast swift rapid quick quickening pace speed
fear: fear worry dread anxiety unease uneasy afraid alarm concern nightmare anxious worried concerned
leader: president leader head chief chairman chairwoman chairperson
aide: aide adviser advisor assistant counsellor counselor
government: government regime authorities administration leadership cabinet
capital: capital capitals
soldier: soldier troop troops forces army military servicemen
monitor: monitor observer peacekeeper monitoring inspectors
country: country nation state homeland
resign: resign resignation quit step stepped ousted
corruption: corruption graft bribery bribe kickback embezzlement
recording: recording tape audio leak leaked recorded
coach: coach advise advice tip tips guide
kill: kill killed dead death deaths die died fatality slain
injure: injure injured wound wounded hurt injury casualty
fire: fire blaze inferno flames
crash: crash collision accident wreck derailment
explosion: explosion blast detonation bomb
shooting: shooting gunfire shots gunman
protest: protest demonstration rally march unrest riot demonstrators protesters
migrant: migrant refugee immigrant asylum
police: police officers officer deputies constable
court: court judge tribunal judiciary magistrate
trial: trial hearing proceedings prosecution
charge: charge charged accuse accused allegation allege alleged indictment
guilty: guilty convicted conviction
law: law bill legislation act statute measure
vote: vote ballot poll referendum
election: election elections electoral
member: member members
parliament: parliament congress senate house legislature lawmakers lawmaker senator senators
money: money funds funding cash sum
cost: cost price bill damage
pay: pay wage wages salary salaries earnings
rise: rise increase climb grow growth surge jump hike soar
drop: drop decrease decline plunge slump tumble shrink
job: job jobs post posts position positions
worker: worker workers employee employees staff docker dockers labourer
union: union unions
company: company firm business corporation
boss: boss bosses employer employers management
walkout: walkout stoppage picket
ship: ship ships vessel vessels boat
harbour: harbour harbor port quay dock docks
school: school schools classroom
teacher: teacher teaches teaching
doctor: doctor doctors physician medic
hospital: hospital clinic
child: child children kids
woman: woman women
home: home house houses homes residence
street: street road streets
power: power electricity energy grid
weapon: weapon weapons arms
missile: missile missiles rocket rockets
drone: drone drones
debut: debut first
end: end ended conclude concluded finish finished
begin: begin start started begun launch launched
continue: continue resume resumed proceed
return: return returned
leave: leave left depart departed emerge emerged
arrive: arrive arrived land landed
reporter: reporter reporters journalist journalists press media
report: report reports reported
warn: warn warned warning threat threaten threatened caution cautioned
ready: ready prepared
decide: decide decided decision settle settled resolve
easy: easy simple straightforward
difficult: difficult hard complicated
temporary: temporary interim
lasting: lasting permanent durable
ally: ally allies sponsors partners backers friends
bloc: eu european europe
truckload: shipment cargo freight load
study: study research survey
expert: expert analyst economist academic scholar scientist
occasion: occasion occasions time times
month: month months
hour: hour hours
daughter: daughter wife married
relative: son-in-law father-in-law
arbitrator: arbitrator arbiter mediator arbitration
delay: delay postpone postponed defer
forbid: forbid ban banned prohibit prohibited bar
cancel: cancel cancelled scrap scrapped abandon
storm: storm hurricane cyclone typhoon
flood: flood flooding floods
rescue: rescue rescued saved evacuate evacuated
arrest: arrest arrested detain detained custody
escape: escape flee fled
`

/** Stem → concept name. */
const conceptOf: ReadonlyMap<string, string> = (() => {
  const map = new Map<string, string>()
  for (const line of lines.trim().split('\n')) {
    const [name = '', words = ''] = line.split(': ')
    for (const word of words.split(' ')) if (!map.has(stem(word))) map.set(stem(word), `#${name}`)
  }
  return map
})()

/** The key of a word in a text: '' for function words, which say nothing. */
export function contentKey(norm: string): string {
  return stopwords.has(norm) ? '' : keyOf(norm)
}

/** The key a word is looked up by: its concept where it has one, else its stem. */
export function keyOf(norm: string): string {
  const stemmed = stem(norm)
  return conceptOf.get(stemmed) ?? stemmed
}
