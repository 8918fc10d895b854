/**
 * Checks for pages that are no article: error pages with status 200, bot and consent walls, pages that scripts would fill.
 *
 * Each looks at few words only: a report on captchas is long, a captcha is short.
 */
import type { Check, Finding } from './signs.js'
import { CONSENT_ELSEWHERE, ERROR_ELSEWHERE, SCRIPT_ELSEWHERE } from './wall-languages.js'
import { BOT_WALL, CONSENT_WALL, ERROR_PAGE, SCRIPT_NEEDED } from './wall-patterns.js'

/** Above so many words there is an article, whatever else the page says. By inspection. */
const WALL_WORDS = 180
const ERROR_WORDS = 120
const SCRIPT_WORDS = 60
const NO_ARTICLE_WORDS = 12

function unreadable(code: string, message: string): Finding {
  return { state: 'unreadable', code, message }
}

export const errorPage: Check = ({ title, metadata, words, pageTexts }) => {
  if (words >= ERROR_WORDS) return null
  const heads = [title, metadata.headline ?? '', ...pageTexts.slice(0, 3)]
  if (!heads.some((text) => ERROR_PAGE.test(text) || ERROR_ELSEWHERE.test(text))) return null
  return unreadable(
    'error-page',
    'the page is an error page, not an article; check the address, or save the article and give the file.',
  )
}

export const botWall: Check = ({ title, words, pageTexts }) => {
  if (words >= WALL_WORDS || ![title, ...pageTexts].some((text) => BOT_WALL.test(text))) return null
  return unreadable(
    'bot-wall',
    'the site asks whether a person is reading instead of showing the article; open it in a browser, save the page and give the file.',
  )
}

export const consentWall: Check = ({ title, metadata, words, blocks, pageTexts }) => {
  if (words >= WALL_WORDS) return null
  const shown = blocks.length > 0 ? blocks.map((block) => block.text) : pageTexts
  const about = [title, metadata.headline ?? '', ...shown].filter(
    (text) => CONSENT_WALL.test(text) || CONSENT_ELSEWHERE.test(text.toLowerCase()),
  ).length
  if (about === 0 || about * 3 < shown.length) return null
  return unreadable(
    'consent-wall',
    'the site shows a consent notice instead of the article; accept it in a browser, save the page and give the file.',
  )
}

export const scriptOnly: Check = ({ words, noscript, pageTexts, scripts }) => {
  if (words >= SCRIPT_WORDS) return null
  const asks = [noscript, ...pageTexts].some(
    (text) => SCRIPT_NEEDED.test(text) || SCRIPT_ELSEWHERE.test(text.toLowerCase()),
  )
  const empty = scripts > 0 && pageTexts.join(' ').length < 200 && words < NO_ARTICLE_WORDS
  if (!asks && !empty) return null
  return unreadable(
    'script-only',
    'the page is empty until its scripts run; open it in a browser, save the finished page and give the file.',
  )
}

export const noArticle: Check = ({ words }) => {
  if (words >= NO_ARTICLE_WORDS) return null
  return unreadable(
    'no-article',
    'no article was found in the page; give the address or file of the article itself.',
  )
}
