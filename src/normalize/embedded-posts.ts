/**
 * Embedded posts: what somebody wrote on a network and the article shows as it stands there.
 *
 * In:    a node of the page tree. Out: whether it is such a post.
 * Never: takes a quotation or a sentence with a link for one: the element is named as networks' own code names it, or it is
 *        a block quotation that leads to one post.
 */
import { attribute, descendants, type PageNode } from './page-tree.js'

/** A post is short; a box that holds more is the article with posts in it. */
const MAX_WORDS = 400

const NETWORK =
  '(?:twitter|tweet|x|instagram|facebook|fb|tiktok|threads|bluesky|bsky|mastodon|telegram|reddit|linkedin|vk|truth-?social|snapchat|pinterest|weibo)'
/** Classes of the networks' code for embedding, and of the boxes that content systems put around it. */
const NAME = new RegExp(
  `(?:^|\\s)(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed|mastodon-embed|reddit-(?:embed|card)\\S*|fb-(?:post|video)|text-post-media|telegram-post|imgur-embed-pub|` +
    `(?:\\S*[-_])?${NETWORK}[-_](?:embed|post|status)\\S*|(?:\\S*[-_])?embed(?:ded)?[-_]{1,2}${NETWORK}(?:[-_]\\S*)?)(?:\\s|$)`,
  'u',
)
/** Addresses of single posts. */
const POST =
  /^https?:\/\/(?:www\.|m\.|mobile\.)?(?:(?:twitter|x)\.com\/[^/]+\/status\/|instagram\.com\/(?:p|reel|tv)\/|t\.me\/\w+\/\d|bsky\.app\/profile\/[^/]+\/post\/|tiktok\.com\/@[^/]+\/video\/|threads\.(?:net|com)\/@[^/]+\/post\/|facebook\.com\/[^/]+\/(?:posts|videos)\/|truthsocial\.com\/@[^/]+\/(?:posts\/)?\d|reddit\.com\/r\/[^/]+\/comments\/|vk\.com\/wall)/u

export function isEmbeddedPost(node: PageNode): boolean {
  if (node.words === 0 || node.words > MAX_WORDS) return false
  if (NAME.test(node.hint)) return true
  return node.tag === 'blockquote' && leadsToPost(node)
}

function leadsToPost(node: PageNode): boolean {
  for (const inner of descendants(node))
    if (inner.tag === 'a' && POST.test(attribute(inner, 'href'))) return true
  return false
}
