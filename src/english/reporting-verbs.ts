/**
 * Verbs whose commonest sense is one of communication, cognition or emotion, lower case.
 * Source: lexicographer files of WordNet 3.1 (Princeton University; WordNet licence, permissive with notice). Made by
 * scripts/reporting-verbs.mjs; do not edit.
 */
/** 1113 verbs. */
export const communicationVerbs: ReadonlySet<string> = new Set(
  `aah abduce abjure absolve accede accent accentuate accession acclaim accost accurse accuse acknowledge
  acquaint acquiesce acquit address adduce adjudge adjure admit admonish adulate adumbrate advertise advertize
  advise advocate affiance affront aggrandise aggrandize agree airmail alert alibi allege allude allure
  altercate amend amnesty anathematise anathematize anathemise anathemize animadvert announce annunciate answer
  aphorise aphorize apologise apologize apostatise apostatize apostrophise apostrophize applaud apprise apprize
  approbate approve arbitrate argue argufy article ascertain ask asperse assent assert asseverate assibilate
  assoil assure attest augur auspicate authorize autograph aver avoid avouch avow baa babble backbite backspace
  badmouth bait ballyhoo bamboozle banter baptise baptize bar bark barrage bawl bay beckon bedamn beef beg
  belittle bellow bellyache bemoan bemock berate beseech beshrew besmirch bespeak bet betoken betray betroth
  bewail bewray bicker bitch blab blabber blackguard blackwash blame blandish blarney blaspheme blat blate
  blather bleat bless blether blither blog bloviate blurt boast bode boo bootlick bow brabble brag braille
  brainwash bravo brawl bray brazen brief broach broadcast bruit bulletin bullshit burlesque bypass cable
  cackel cackle cajole call calumniate canonise canonize cantillate capacitate caricature carp castigate
  catcall catechise catechize caterwaul caution cavil caw censure census certify chaff challenge chant
  characterize chasten chastise chat cheek cheep cheerlead chide chirk chirp chirr chirrup chitchat chitter
  chorus christen chronicle churr cipher circulate circumstantiate cite claim clamor clamour clarify claver
  cluck coach coax cod collateralize collogue colorcast command commend comment commentate comminate commune
  communicate complain compliment compromise concede concur condemn condone confab confer confess confide conge
  congratulate connote consent consult contact contend contest contract contraindicate controvert converse
  convey convict convince convoke convulse coo coquet coquette couch counsel count countenance counter
  counterchallenge counterclaim countermand countersign crawfish criminate criticise criticize critique cronk
  croon crow crunch cry cuckoo cue curse cuss cypher damn deal debrief debunk decipher declaim declare decode
  deconsecrate deconstruct decree decry decrypt dedicate defame defend deliberate deliver demagnetise
  demagnetize demand demur denigrate denominate denote denounce deny deplore depone deprecate depreciate deride
  derogate describe designate destine detail deter determine devoice devote dial dictate digress dimension
  diphthongise diphthongize direct disabuse disagree disallow disambiguate disavow disclaim disclose discount
  discourage discourse discuss dismiss disparage dispute disregard disrupt diss dissemble disseminate dissent
  dissertate dissuade distort ditto divagate divulge dj docket document dogmatise dogmatize doom downplay drawl
  dub dupe echo edify editorialise editorialize ejaculate elaborate elocute elucidate email embellish emphasise
  emphasize encipher encode encore encrypt enjoin enlighten enounce enquire ensky ensure entice entreat
  enumerate enunciate equivocate eschew etymologise etymologize eulogise eulogize euphemise euphemize evade
  evangelise evangelize evidence evince exact exaggerate exalt except exclaim excommunicate excoriate exculpate
  excuse exhort exonerate expatiate explain explicate exposit expostulate expound express extenuate extol
  extrapolate exuberate face facsimile falsify familiarise familiarize fate fault fax feign felicitate fib file
  film fingerspell flag flatter flirt flout foist forbid forebode forecast foredoom foreshadow foreshow
  foretell forewarn forgive formularise formularize formulate forswear fulminate gab gabble gaggle gainsay
  garble gargle gasconade general generalise generalize gesticulate gesture gibber glamour gloat glorify glory
  gossip greet gripe groan grouch growl grumble grunt guarantee guesstimate guy hail hallow handwrite harangue
  harbinger harp haw hazard headline heave hedge heliograph herald hex hint hiss holler hollo hoot howl hum
  humor humour hurrah hype hyperbolise hyperbolize hypothecate ignore illustrate impeach implore imply
  importune imprecate impugn indenture indicate inflect inflict inform ingeminate initial ink inoculate inquire
  insist instance instigate instruct insult intercede interject intermediate intermit interpellate interrogate
  interrupt interview intimate intonate intone introduce inveigh inveigle investigate irradiate issue itemise
  itemize iterate jabber jaw jawbone jeer jest jinx joke jolly josh jot justify kibbitz kibitz kid kotow kvetch
  label labialise labialize lampoon latinise latinize laud leak lecture lexicalise lexicalize liaise libel lilt
  lisp list log low lucubrate lure magnetise maledict malign manifest marvel mean mediate meld memorialise
  memorialize mention mentor meow mesmerise mesmerize message mew miaou miaow mince mind minimise misaddress
  misadvise miscall miscount misinform misinterpret misname mispronounce misquote misrepresent misspeak
  misspell misstate mistranslate mitigate moan mock moderate monish monologuise monologuize moo moot moralise
  moralize motion mouth muckrake mumble murmur mussitate mutter nag name namedrop narrate nasale nasalise
  nasalize natter needle negotiate neigh netmail network nicker nickname nitpick nix nod nominate notarise
  notarize notate note notify numerate nurture obfuscate object objurgate officer oink okay omen ooh opine
  oppose oppugn orate order out outguess outline overburden overdramatise overdramatize overemphasise
  overemphasize overgeneralise overgeneralize overpraise overstate overstress overwrite pad page paginate
  palatalise palatalize palaver palliate palter paraphrase pardon parley parrot particularise particularize
  peach perjure permit perorate perseverate personate petition pettifog phonate phone photograph phrase piffle
  pipe plain platitudinize plead pledge plight pluralise pluralize podcast point polemicise polemicize polemise
  polemize popularise popularize portend portray postulate powwow praise prate prattle pray preach preachify
  preamble precis predestine predicate predict preface premise prerecord presage prescribe pretend prevaricate
  previse probe proceed proclaim profess prognosticate program prohibit project prologise prologize prologuize
  promise promulgate pronounce propagandise propagandize prophesy propitiate propose proposition propound
  proscribe proselytise proselytize protest publicise publicize purport quack quarrel quaver query question
  quetch quibble quip quiz quote radio rail rant rationalize razz reaffirm reassert rebroadcast rebuff rebuke
  rebut recant recap recapitulate receipt recite recommend reconfirm reconsecrate reconvict record recount
  recriminate rectify recuse redact rede rededicate redetermine refer reformulate refuse refute reinterpret
  reintroduce reiterate rejuvenate relay remand remark remonstrate rename renege renegociate renegotiate repeal
  repeat rephrase repine reply report reprehend reprimand reproach reproof reprove repudiate repugn request
  requisition rerun reschedule rescind research reset reshoot restate retort retract retranslate revile revise
  reword rewrite rhapsodise rhapsodize ridicule roar romanise romanize rubbish rumor rumour salaam sanctify
  sanction sass satellite satirise satirize say scald schmoose schmooze scoff scold scranch scraunch scream
  scribble segue semaphore sentence sermonise sermonize shit shmoose shmooze shout shriek shrill shrive shun
  sibilate sidestep sign signal signify signpost singsong singularise singularize siss sizz sizzle skirt
  skreigh slander slang sleuth snap snarl snivel snoop snort snub solicit soliloquise soliloquize sough spam
  speak specify speechify spell splutter spoof sportscast spurn squabble squall squawk squeal stammer state
  stickle stipulate stonewall stool stress stutter style submit subpoena subvent subvention subvocalise
  subvocalize succumb suggest summarize summate summon summons supplicate suppose suspect susurrate swan swear
  symbolise symbolize talk tantalise tantalize tattle taunt teach telecast telecommunicate telefax telegraph
  telepathise telepathize telephone televise telex tell tempt tergiversate term testify thank theologise
  theologize tinge title toady tone topicalize tot tout traduce transcribe translate transliterate treble trill
  trivialise trivialize troat trumpet tsk tut tutor twaddle twit twitter type typewrite ululate unbosom
  unchurch uncloak undeceive underline underscore undersign understate underwrite unhallow universalise
  universalize unmask unsay unspell unteach upbraid urge utter vaticinate vaunt vent verbalise verbalize
  videotape vilify vilipend vindicate visa vituperate vocalize vociferate voice volunteer voodoo vouch vow
  vowelise vowelize vroom vulgarise vulgarize wail warble warn warp warrant waul wave wawl wheedle whicker
  whinny whisper whoop will wisecrack witch word wrangle wrawl yack yak yammer yap yarn yaup yawl yawp yell
  yelp yip yodel yowl`.split(/\s+/u),
)

/** 411 verbs. */
export const cognitionVerbs: ReadonlySet<string> = new Set(
  `abstract accept addle affirm agnise agnize allegorise allegorize amaze anagram anagrammatise anagrammatize
  analogise analogize analyse analyze anoint anthropomorphise anthropomorphize anticipate apotheose apotheosise
  apotheosize appraise apprehend apprentice appropriate ascribe aspire assay assess assimilate associate assume
  astonish astound attorn attribute audit authenticate await baffle base befuddle believe beware bewilder
  bioassay bone book botanise botanize brainstorm brood brook budget cabal calculate calendar caliper calliper
  catalogue catch categorise categorize cerebrate chart check choose class classify coconspire cogitate cognise
  cognize collate colligate collude commemorate compare complot comprehend compute concenter concentre conclude
  concretize confirm confound confuse confute conjecture consider conspire construe contradistinguish contrast
  copyedit copyread corroborate counterplot credit crystalise crystalize crystallise cube dateline datemark
  dawn debate decide deduce deduct deem deify demarcate derive desert desolate diagnose dichotomise dichotomize
  differentiate disapprove disbelieve discredit discriminate disesteem disincline disprove distinguish distrust
  doubt downgrade dumbfound dwell earmark elide empathise empathize endure engineer engross engulf equate err
  esteem estimate evaluate examine excerpt exclude expect explore externalise externalize factor factorise
  factorize fathom figure filiate flabbergast flummox focus foreknow foreordain foresee forget forsake fraction
  gauge glamorize glamourise google grade grok group guess halve housebreak hypostatise hypostatize hypothesise
  hypothesize idealise idealize identify immortalise immortalize impute inculcate indispose individualise
  individualize indoctrinate infer infuse initialise initialize insure intend interiorise interiorize
  internalise internalize interpolate interpret introspect intuit jilt judge key know larn learn liken link
  lipread literalise literalize lowball major mapquest master mastermind measure meditate memorise memorize
  mensurate minor misapprehend misbelieve miscalculate misconceive misconstrue miscreate misdate misestimate
  misgauge misgive misidentify misjudge misread misremember mistake mistrust misunderstand monumentalise
  monumentalize mull multiply muse mystify mythicise mythicize neglect nonplus omit opt outclass overcapitalise
  overcapitalize overestimate overrate overreact override overrule overvalue parse perplex philosophise
  philosophize pick plan plat plot plumb ponder pore predestinate predetermine predispose prejudge premeditate
  premiss preordain presume presuppose pretermit prioritise prioritize proofread prorate psychoanalyse
  psychoanalyze purpose puzzle quantise quantize rank rate ratiocinate react read realize reappraise reason
  reassess reattribute recalculate recall reckon reclassify recognize recollect reconsider reconstruct
  reevaluate reexamine refresh regard reify reject relate relativise relativize relearn relive rely remember
  remind reminisce reorder reprobate repute reread reshape resolve respect respond rethink retrain retrospect
  review revolutionise rivet romanticise romanticize roughhouse savvy schedule scheme scry secern secernate
  select sequence severalise severalize shape shew shortlist skip slate slight slot solve speculate spelunk
  spiritualise spiritualize standardise steep stereotype study stump subedit subordinate substantiate subtilize
  subtract superordinate surmise surprise survey swot syllogise syllogize synthesise synthesize theorise
  theorize think tolerate trace train trust underestimate underrate understand understudy undervalue unlearn
  upgrade valuate value verify view wonder`.split(/\s+/u),
)

/** 299 verbs. */
export const emotionVerbs: ReadonlySet<string> = new Set(
  `abase abash abhor abominate abreact acerbate admire adore afflict affright agonise agonize alarm alienate
  allay ambition anger anguish animate annoy antagonize appal appall appease appreciate arouse assuage awe
  badger ballyrag bask beatify bedevil begrudge beleaguer bemuse benight beset bewitch bore brace bridle
  browbeat buffalo bug bully bullyrag calm captivate care cark chagrin charm cheer cherish chevvy chevy chill
  chivvy chivy comfort commiserate commove compassionate conciliate condole console consternate contemn cotton
  covet cow craze daunt dehumanise dehumanize deject delight demean depress derange desire despair despise
  despond detest devil disaffect disappoint discombobulate discomfit discompose disconcert discontent
  discountenance disdain disenchant disgruntle dishearten disillusion dislike dismay disorder dispirit
  displease disquiet dissatisfy distract disturb dither domineer dread drool dun elate electrify elicit
  embarrass embitter embolden emote enamor enamour enchant endear enjoy enliven enrage enrapture enthral
  enthrall enthuse entrance envenom envy evoke exasperate excite excruciate execrate exhilarate exult faze fear
  feel ferment floor fluster freak fret fright frighten fume fuss galvanise galvanize gentle gladden goad
  gratify gravel grieve grizzle grudge gruntle hamstring hanker harass harbor harry hassle hate hearten hector
  hope horrify humanise humanize humble humiliate idolise idolize impress inebriate infatuate infuriate
  ingratiate inspire interest intimidate intoxicate invigorate invite irk irritate joy keen lament lenify
  lighten like loathe long love lull madden miff mollify mortify mourn nark nerve niggle obsess offend outrage
  overawe overjoy overwhelm pacify panic peeve perturb pester pine pique pity placate please pother prefer
  preoccupy pride provoke rag rankle reassure recapture regret rejoice relish repent resent revere reverence
  rile rue sadden saint savor scandalise scandalize scare scorn sex shock sicken smoulder solace soothe sorrow
  spellbind spite spook startle steel stew still stultify sympathise sympathize tease terrify torment torture
  trance tranquilize tranquillise tranquillize transfix tribulate trouble unhinge unman unnerve unsettle untune
  uplift venerate vex want whelm wish worry worship wow yearn yen zap`.split(/\s+/u),
)
