/** The package brings no types. */
declare module 'html-encoding-sniffer' {
  type Options = {
    readonly xml?: boolean
    readonly transportLayerEncodingLabel?: string
    readonly defaultEncoding?: string
  }
  export default function htmlEncodingSniffer(bytes: Uint8Array, options?: Options): string
}
