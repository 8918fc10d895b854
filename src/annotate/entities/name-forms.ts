/** The forms in which one name is looked up, worked out once for each different name. */
import { commonFirstWords } from '../../english/naming.js'
import { fold } from '../../text/fold.js'
import { parsePersonName, surnameKey, type PersonName } from '../../english/names.js'
import { acronymOf, organisationKey } from '../../english/organisations.js'
import { placeKey } from '../../english/places.js'

export type NameForms = {
  readonly name: string
  readonly key: string
  /** One word without a hyphen. */
  readonly short: boolean
  readonly person: PersonName
  readonly surname: string
  readonly organisation: string
  readonly acronym: string | null
  readonly place: string
  /** First word of an organisation's name, when it may stand for the whole. */
  readonly firstWord: string | null
}

export function nameForms(name: string): NameForms {
  const person = parsePersonName(name)
  const organisation = organisationKey(name)
  const [first = ''] = organisation.split(' ')
  const short = !/[\s-]/.test(name)
  return {
    name,
    key: fold(name),
    short,
    person,
    surname: surnameKey(person.surname),
    organisation,
    acronym: acronymOf(name),
    place: placeKey(name),
    firstWord: !short && first.length > 3 && !commonFirstWords.has(first) ? first : null,
  }
}

/** Everything a group with this name can be found under. */
export function registered(forms: NameForms): string[] {
  const [given] = forms.person.given
  return [
    `= ${forms.key}`,
    `surname ${forms.surname}`,
    `organisation ${forms.organisation}`,
    `place ${forms.place}`,
    ...(given === undefined ? [] : [`given ${given}`]),
    ...(forms.acronym === null ? [] : [`acronym ${forms.acronym}`]),
    ...(forms.firstWord === null ? [] : [`first ${forms.firstWord}`]),
  ]
}

/** Everything under which a mention with this name looks for its group. */
export function sought(forms: NameForms): string[] {
  return [
    `= ${forms.key}`,
    `surname ${forms.surname}`,
    `organisation ${forms.organisation}`,
    `place ${forms.place}`,
    ...(forms.acronym === null ? [] : [`organisation ${forms.acronym}`]),
    ...(forms.short ? [`given ${forms.key}`, `acronym ${forms.key}`, `first ${forms.key}`] : []),
  ]
}
