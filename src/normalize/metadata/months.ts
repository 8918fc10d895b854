/** Names of the months in eighteen languages, as dates in news pages write them (CLDR, format wide), to numbers from 1. */
const LANGUAGES: readonly string[] = [
  'january february march april may june july august september october november december',
  'januar februar märz april mai juni juli august september oktober november dezember',
  'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
  'stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia',
  'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  'січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня',
  'januari februari mars april maj juni juli augusti september oktober november december',
  'januar februar marts april maj juni juli august september oktober november december',
  'januar februar mars april mai juni juli august september oktober november desember',
  'tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta',
  'ledna února března dubna května června července srpna září října listopadu prosince',
  'ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık',
  'januari februari maret april mei juni juli agustus september oktober november desember',
  'ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου',
]

export const MONTHS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap((names) => names.split(' ').map((name, at) => [name, at + 1] as const)),
)

const ENGLISH: readonly string[] = LANGUAGES[0]?.split(' ') ?? []

/** 1 to 12 for a name in full, or for an English one of which the first three letters or more are given; 0 for anything else. */
export function monthNumber(name: string): number {
  const word = name.toLowerCase().replace(/\.$/u, '')
  return MONTHS.get(word) ?? (word.length < 3 ? 0 : ENGLISH.findIndex((month) => month.startsWith(word)) + 1)
}
