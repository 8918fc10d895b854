/** Nouns for what a person does, lower case: `spokesman`, `envoy`. Before or after a name they show a person. Own list. */
export const roles: ReadonlySet<string> = new Set(
  (
    'activist actor actress adviser advisor aide ally ambassador analyst anchor architect artist attorney author ' +
    'banker billionaire boss boyfriend brother businessman businesswoman campaigner candidate captain celebrity chairman ' +
    'chairwoman chair chief clerk coach columnist comedian commander commentator commissioner congressman congresswoman ' +
    'consultant coordinator counsel counselor counterpart critic curator dad daughter defendant democrat deputy designer dictator diplomat ' +
    'director doctor economist editor engineer entrepreneur envoy executive expert farmer father filmmaker founder ' +
    'friend general girlfriend governor guitarist head historian host husband investigator investor journalist judge killer ' +
    'lawmaker lawyer leader lecturer legislator magistrate manager mayor mediator minister mogul mother mother-in-law mum ' +
    'negotiator neighbor neighbour nominee novelist nurse officer official opponent organizer owner painter partner pastor ' +
    'physician pilot player poet politician premier president priest prince princess producer professor prosecutor ' +
    'protester publicist publisher rapper rebel reporter representative republican researcher resident rival runner scholar ' +
    'scientist secretary senator sheriff singer sister skipper soldier son son-in-law speaker specialist spokesman ' +
    'spokesperson spokeswoman star strategist striker student surgeon survivor suspect teacher teenager tycoon veteran ' +
    'victim volunteer widow wife witness worker writer'
  ).split(' '),
)
