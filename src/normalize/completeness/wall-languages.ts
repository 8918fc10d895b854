/**
 * Sentences that stand before or instead of an article, in other languages than English (`data/pages/walls.txt`): patterns of
 * text in lower case.
 */
import { listFile } from '../../english/word-lists.js'

const { lines } = listFile('pages/walls.txt')

function anyOf(section: string): RegExp {
  return new RegExp(`(?<!\\p{L})(?:${lines(section).join('|')})`, 'u')
}

export const CONSENT_ELSEWHERE = anyOf('consent')
export const BARRIER_ELSEWHERE = anyOf('barrier')
export const SCRIPT_ELSEWHERE = anyOf('script')

/** Titles and first lines of error pages. */
export const ERROR_ELSEWHERE =
  /^\P{L}*(?:fehler\s*404|seite (?:wurde )?nicht gefunden|page (?:introuvable|non trouvée)|cette page n[’']existe pas|página no encontrada|no (?:se ha encontrado|encontramos) la página|pagina non trovata|página não encontrada|pagina niet gevonden|(?:nie znaleziono strony|strona nie (?:została znaleziona|istnieje))|dieser (?:artikel|beitrag) ist (?:leider )?nicht (?:mehr )?verfügbar|cet article n[’']est plus disponible|este artículo ya no está disponible|questo articolo non è più disponibile|este artigo já não está disponível|dit artikel is niet (?:meer|langer) beschikbaar|ten artykuł jest (?:już )?niedostępny|страница не найдена|сторінк[уа] не знайден[оа])(?!\p{L})/iu
