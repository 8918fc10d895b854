/** Words that make a name an organisation's or a place's, and well-known names without such a word. Own lists. */

/** Last (or, before `of`, first) word of an organisation's name, lower case. */
export const organisationHeads: ReadonlySet<string> = new Set(
  (
    'academy administration agency airlines airways alliance army assembly associates association authority bank ' +
    'board brigade brotherhood bureau cabinet caucus center centre chamber church club coalition college command commission ' +
    'committee company confederation conference congress consortium consulate convention cooperative corp corporation ' +
    'corps council court courts daily department directorate duma embassy enterprise exchange express faction federation ' +
    'fleet force forces foundation front fund gazette government group guard guardian guards herald holdings hospital ' +
    'inc industries initiative inspectorate institute institution international journal knesset league legion library ltd ' +
    'magazine mail media ministry mission mosque motors movement museum navy network news newspaper observatory office ' +
    'operation orchestra organisation organization panel parliament partners partnership party patrol police post ' +
    'press project radio railways regiment registry republicans reserve review school secretariat senate service ' +
    'services society solutions squad standard star studios syndicate synod systems task-force team technologies ' +
    'telegraph television theatre times trade tribune tribunal troop trust tv unicef union university ventures watch ' +
    'weekly workers works'
  ).split(' '),
)

/** Last word of a place's name, lower case. */
export const placeHeads: ReadonlySet<string> = new Set(
  (
    'airport avenue basin bay beach boulevard bridge canal canyon cape castle cathedral channel city coast county ' +
    'creek crossing desert district falls forest gulf harbor harbour heights highway hill hills hotel house hall stadium arena gardens cemetery courthouse mall inn island islands isle lake ' +
    'line mountain mountains neighborhood neighbourhood oblast ocean palace park peninsula plaza plateau port prison province quay ' +
    'region republic ridge river road sea square station strait straits street terminal tower town township valley ' +
    'village volcano zone'
  ).split(' '),
)

/** Well-known bodies whose name has no such word, lower case; buildings that stand for those who work there included. */
export const knownOrganisations: ReadonlySet<string> = new Set(
  `white house,house,cabinet,kremlin,pentagon,capitol,capitol hill,downing street,no 10,whitehall,buckingham palace,elysee,vatican,
  holy see,scotland yard,wall street,state duma,duma,knesset,bundestag,bundeswehr,congress,senate,house of commons,house of lords,
  house of representatives,parliament,politburo,united nations,un,european union,eu,nato,g7,g-7,g20,g-20,brics,opec,asean,
  hamas,hezbollah,taliban,al qaeda,al-qaeda,isis,isil,islamic state,boko haram,al-shabab,al shabaab,houthis,ira,plo,fatah,wagner,
  mossad,shin bet,interpol,europol,unicef,unesco,unhcr,who,imf,fbi,cia,nsa,dhs,ice,cdc,fda,epa,fema,irs,sec,nasa,nypd,lapd,
  mi5,mi6,gchq,gru,fsb,kgb,idf,gop,dnc,rnc,labour,tories,tory,aclu,naacp,nra,afl-cio,bbc,cnn,nbc,abc,
  cbs,msnbc,fox news,fox,npr,pbs,cnbc,espn,hbo,reuters,associated press,ap,afp,bloomberg,tass,ria novosti,interfax,xinhua,
  al jazeera,politico,axios,buzzfeed,huffington post,daily beast,breitbart,guardian,le monde,der spiegel,die zeit,
  bild,el pais,pravda,izvestia,kommersant,google,facebook,meta,twitter,apple,amazon,microsoft,tesla,spacex,boeing,
  airbus,intel,ibm,netflix,uber,youtube,instagram,tiktok,whatsapp,telegram,wikileaks,openai,samsung,sony,toyota,honda,
  volkswagen,bmw,siemens,gazprom,rosneft,lukoil,exxon,exxonmobil,chevron,shell,bp,total,goldman sachs,jpmorgan,
  morgan stanley,hsbc,barclays,deutsche bank,citigroup,walmart,target,ikea,starbucks,pfizer,moderna,astrazeneca,
  red cross,greenpeace,amnesty international,human rights watch,oxfam,save the children,doctors without borders,
  supreme court,federal reserve,fed,state department,justice department,treasury,health canada,home office,foreign office`
    .split(',')
    .map((name) => name.trim()),
)

/** Capitals that are no names of bodies. */
export const plainAcronyms: ReadonlySet<string> = new Set(
  (
    'ceo cfo coo pm mp mps mep meps tv ok am pm gdp ai it id dna rna aids hiv covid faq pr hr usb suv atm vip ' +
    'phd ma ba dc ii iii iv vi vii viii ix xi xii est edt gmt utc usd eur gbp diy rsvp lgbt lgbtq cctv gps url html pdf ' +
    'n s e w a i o and the of in to for ufo iq ngo ngos dui dwi pow rv'
  ).split(' '),
)
