/**
 * Lines about the page in other languages than English: newsletters, sharing, rights, cookies, comments, tools. Own
 * collection from the templates of newspapers' sites; pointers to other stories stand in pointer-words.ts. Linear patterns,
 * without `\b`: it knows ASCII alone.
 */
/** A kind of line, and how it begins, in lower case. */
export type Boilerplate = { readonly what: string; readonly pattern: RegExp }

const NETWORKS =
  '(?:twitter|facebook|instagram|x|youtube|linkedin|telegram|телеграм|whatsapp|threads|tiktok|bluesky|mastodon|google)'

/** A line that starts so, whatever follows. */
const STARTS: Readonly<Record<string, string>> = {
  de: `melden sie sich (?:jetzt |hier )?(?:für|zu|zum)[^.]{0,40}newsletter|abonnieren sie|jetzt (?:newsletter|abonnieren|anmelden)|folgen sie uns|diese (?:web)?(?:site|seite) (?:verwendet|nutzt|benutzt) cookies|wir (?:verwenden|nutzen|benutzen) cookies|alle rechte vorbehalten|(?:artikel|beitrag) (?:teilen|drucken|merken|anhören)|haben sie (?:einen )?fehler|über dieses thema berichtete|dieser (?:artikel|beitrag|text) (?:ist|erschien|wurde) (?:zuerst |erstmals )?(?:am|im|in|auf|bei)\\P{L}[^.]{0,60}(?:erschienen|veröffentlicht)?\\.?$`,
  fr: `inscrivez-vous|abonnez-vous|recevez (?:chaque|tous les|notre|nos|gratuitement)|suivez-nous|ce site utilise des cookies|nous utilisons des cookies|tous droits réservés|partage[rz] (?:l[’']article|cet article|sur|via|par)|écouter (?:l[’']article|cet article)|temps de lecture|(?:laisser|ajouter) un commentaire|réagissez|article réservé (?:à nos|aux) abonnés$|(?:retrouvez|suivez)[^.]{0,40} sur (?:notre )?(?:chaîne )?${NETWORKS}`,
  es: `suscríb(?:ete|ase)|regístr(?:ate|ese)|recib[ea] (?:en tu|cada|nuestr|todas)[^.]{0,60}(?:correo|boletín|newsletter)|síg[ua]e?nos|este sitio (?:web )?(?:utiliza|usa) cookies|(?:utilizamos|usamos) cookies|todos los derechos reservados|compart(?:e|ir) (?:este artículo|esta noticia|en|por)|tiempo de lectura|escucha(?:r)? (?:este|el) artículo|apúntate|puedes seguir a [^.]{2,30} en ${NETWORKS}|tu suscripción|si continúas leyendo en este dispositivo|¿quieres añadir otro usuario`,
  it: `iscriviti|abbonati|seguici|questo sito (?:web )?(?:utilizza|usa) (?:i )?cookie|(?:utilizziamo|usiamo) (?:i )?cookie|(?:©\\s*)?riproduzione riservata|tutti i diritti riservati|condividi (?:su|questo|l[’']articolo|via)|tempo di lettura|ascolta (?:l[’']|questo )articolo`,
  pt: `assine (?:a |nossa |já|agora|o )|inscreva-se|subscreva|cadastre-se|siga-nos|siga (?:o|a) [^.]{2,30} (?:no|na|em) ${NETWORKS}|este site (?:usa|utiliza) cookies|(?:usamos|utilizamos) cookies|todos os direitos reservados|(?:compartilhe|partilhe|compartilhar|partilhar) (?:este|esta|no|na|em|via|por)|tempo de leitura|(?:ouça|ouvir) (?:este|o) artigo`,
  nl: `schrijf je in|meld je aan|abonneer je|volg ons|deze (?:web)?site (?:gebruikt|maakt gebruik van) cookies|(?:wij|we) gebruiken cookies|alle rechten voorbehouden|deel (?:dit artikel|dit bericht|op|via)|leestijd`,
  pl: `zapisz się|(?:za)?subskrybuj|obserwuj nas|(?:ta|nasza) (?:strona|witryna) (?:używa|korzysta z|wykorzystuje) (?:plików |pliki )?cookies?|używamy plików cookies?|wszelkie prawa zastrzeżone|udostępnij (?:na|artykuł|ten)|czas czytania|dołącz do nas`,
  ru: `подпи(?:шитесь|сывайтесь|шись)|следите за (?:нами|новостями)|(?:этот |наш |данный )?(?:веб-)?сайт использует (?:файлы )?(?:cookie|куки)|мы используем (?:файлы )?(?:cookie|куки)|все права защищены|поделитесь|нашли ошибку|заметили ошибку|если вы (?:нашли|заметили) (?:ошибку|опечатку)|время (?:на )?чтени[ея]|(?:читайте|следите|смотрите|оставайтесь|больше новостей)[^.]{0,40} (?:в|на|через) (?:нашем |наш[её]м |канале )?(?:телеграм|telegram|дзене|вконтакте|max|whatsapp|youtube|${NETWORKS})|самое (?:важное|интересное)[^.]{0,40}(?:telegram|телеграм)`,
  uk: `підпи(?:шіться|суйтеся?|шись)|(?:стежте|слідкуйте) за (?:нами|новинами)|(?:цей |наш )?(?:веб-)?сайт використовує (?:файли )?(?:cookie|куки)|ми використовуємо (?:файли )?(?:cookie|куки)|(?:всі|усі) права захищен[оі]|поділіться|знайшли помилку|помітили помилку|якщо ви (?:знайшли|помітили) помилку|час читання|(?:читайте|стежте|дивіться)[^.]{0,40} (?:у|в|на) (?:нашому )?(?:телеграм|telegram|${NETWORKS})`,
}

/** A line that is nothing else. */
const WHOLE =
  'teilen|drucken|merken|kommentare?|kommentieren|zur startseite|anhören|vorlesen|' +
  'partager|imprimer|commenter|commentaires?|enregistrer|écouter|réagir|' +
  'compartir|imprimir|comentarios?|comentar|guardar|escuchar|' +
  'condividi|stampa|commenti|commenta|salva|ascolta|' +
  'compartilhar?|partilhar|comentários?|salvar|ouvir|' +
  'delen|afdrukken|reacties|reageer|bewaren|luisteren|' +
  'udostępnij|drukuj|komentarze|skomentuj|zapisz|' +
  'поделиться|распечатать|печать|комментарии|комментировать|сохранить|слушать|' +
  'поділитися|надрукувати|роздрукувати|коментарі|коментувати|зберегти|слухати'

export const OTHER_LANGUAGES: readonly Boilerplate[] = [
  ...Object.entries(STARTS).map(([language, words]) => ({
    what: `page lines, ${language}`,
    pattern: new RegExp(`^(?:${words})`, 'u'),
  })),
  { what: 'tools', pattern: new RegExp(`^(?:${WHOLE})[\\s\\d():!.…]{0,12}$`, 'u') },
]
