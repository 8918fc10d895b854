/** Which addresses are on the public internet. In: an IP address or a URL. Out: yes or no. Never: resolves a name. */
import ipaddr from 'ipaddr.js'

const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3')
/** Public by its range, yet answered by the cloud host itself (Azure's WireServer). */
const hostServices = new Set(['168.63.129.16'])

/** Whether an IP address in its usual notation is on the public internet. IPv4-mapped, NAT64, 6to4 and the like are not. */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast' || hostServices.has(parsed.toString())) return false
  return parsed instanceof ipaddr.IPv4 || parsed.match(globalUnicast)
}

/** Whether an address says by itself that it leads to this machine or a private network; a name may still do so. */
export function isPlainlyPrivate({ hostname }: URL): boolean {
  const host = hostname.replace(/^\[|\]$/gu, '').replace(/\.$/u, '')
  if (ipaddr.isValid(host)) return !isPublicAddress(host)
  return !host.includes('.') || privateNames.test(host)
}

/** Names that no public name service answers (RFC 6761, 6762, 8375; `internal` is reserved for it), and those of metadata services. */
const privateNames = /\.(?:localhost|local|internal|intranet|private|corp|home|lan|home\.arpa)$/iu
