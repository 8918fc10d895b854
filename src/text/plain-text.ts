/**
 * Text that cannot act on terminal or eye: control characters (ECMA-48), bidirectional (UAX #9) and other invisible format characters
 * become visible escapes such as `\u{1b}`; line breaks and tabs become a space.
 */
export function plainText(text: string): string {
  return text
    .replace(/[\t\n\r\u2028\u2029]+/gu, ' ')
    .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}
