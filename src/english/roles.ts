/** Nouns for what a person does, lower case: `spokesman`, `envoy`. Before or after a name they show a person. Own list. */
export const roles: ReadonlySet<string> = new Set(
  (
    'accountant activist actor actress admiral adviser advisor aide alderman ally ambassador analyst anchor ' +
    'apprentice archaeologist archbishop architect archivist artist astronaut astronomer attorney auditor author ' +
    'backbencher baker banker billionaire biologist bishop boss boxer boyfriend broker brother builder ' +
    'businessman businesswoman butcher bystander campaigner candidate captain cardinal carer carpenter celebrity ' +
    'chair chairman chairperson chairwoman chancellor chef chemist chief choreographer clerk climatologist ' +
    'climber coach colonel columnist comedian commander commentator commissioner composer conductor congressman ' +
    'congresswoman conservationist constable consultant contender contractor coordinator correspondent councillor ' +
    'councilman councilwoman counsel counselor counterpart crewman critic curator cyclist dad dancer daughter ' +
    'dean defendant delegate democrat dentist deputy designer detective developer dictator diplomat director ' +
    'doctor driver ecologist economist editor electrician emissary engineer entrepreneur environmentalist envoy ' +
    'epidemiologist executive expert farmer farmhand father filmmaker firefighter fisherman forecaster forester ' +
    'founder friend gardener general geologist girlfriend goalkeeper governor guard guitarist head headmaster ' +
    'headteacher historian host hunter husband imam incumbent inspector interpreter investigator investor jockey ' +
    'journalist judge killer landlord landowner lawmaker lawyer leader lecturer legislator librarian lieutenant ' +
    'lobbyist magistrate major manager marshal mayor mayoress mechanic mediator meteorologist midwife miner ' +
    'minister mogul monk mother mother-in-law mum musician narrator negotiator neighbor neighbour nominee ' +
    'novelist nun nurse oceanographer officer official opponent organiser organizer owner painter paramedic ' +
    'partner passenger pastor patient pensioner pharmacist philosopher photographer physician physicist pilot ' +
    'player plumber poet policeman policewoman politician pollster pope porter premier president priest prince ' +
    'princess principal producer professor programmer prosecutor protester psychiatrist psychologist publicist ' +
    'publisher rabbi rancher rapper rebel referee reporter representative republican researcher resident restorer ' +
    'rival runner sailor scholar schoolteacher scientist sculptor seafarer seaman secretary seismologist senator ' +
    'sergeant shareholder sheriff shopkeeper singer sister skipper sociologist soldier solicitor son son-in-law ' +
    'speaker specialist spokesman spokesperson spokeswoman staffer star statistician strategist striker student ' +
    'superintendent surgeon survivor suspect swimmer teacher technician teenager tenant trader trainee trainer ' +
    'translator treasurer trustee tycoon undersecretary veteran victim virologist volunteer waiter waitress ' +
    'warden whip widow wife witness worker writer zoologist'
  ).split(' '),
)
