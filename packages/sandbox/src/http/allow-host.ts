import { forbidden, type Refusal } from '../domain/refusal.ts'

/** Every name. */
export const anyHost = '*'

/** Whose requests are taken. */
export interface HostRules {
  /** Where the server listens. */
  readonly host: string
  /** Further names, or `*`. */
  readonly allowHosts: readonly string[]
}

/** Whether a text is a name or an address as it stands in a URL, without a port. */
export function isHostName(text: string): boolean {
  return text === anyHost || (hostnameOf(text) !== undefined && (bareIpv6.test(text) || !/:\d*$/.test(text)))
}

/** More than the names by which anybody reaches one server. */
const namesRemembered = 100

/**
 * Tells by its `Host` header whether a request is meant for this server. A page of `evil.example`, whose name is made to lead to the
 * visitor's own machine (DNS rebinding), is of the same origin as the server then, so that nothing else would stop it.
 *
 * Names that nobody else can lead somewhere are always taken: `localhost`, which is resolved without DNS (RFC 6761, section 6.3), and
 * addresses of the machine itself.
 */
export function hostCheck({ host, allowHosts }: HostRules): (header: string) => Refusal | undefined {
  const allowed = new Set(
    [host, ...allowHosts].map((name) => (name === anyHost ? anyHost : hostnameOf(name))),
  )
  const listensEverywhere = isUnspecified(hostnameOf(host) ?? '')
  const known = new Set<string>()
  const isAllowed = (name: string) =>
    allowed.has(anyHost) || allowed.has(name) || isLocal(name) || (listensEverywhere && isAddress(name))
  return (header) => {
    if (known.has(header)) return undefined
    const name = hostnameOf(header)
    if (name === undefined || !isAllowed(name)) return refusalOf(name)
    if (known.size < namesRemembered) known.add(header)
    return undefined
  }
}

/** The name in a `Host` header or an option, as URLs write it; none where it is neither a name nor an address. */
function hostnameOf(text: string): string | undefined {
  const host = bareIpv6.test(text) ? `[${text}]` : text
  if (!/^(?:[\w.-]+|\[[\da-f:.]+\])(?::\d*)?$/i.test(host) || !URL.canParse(`http://${host}`))
    return undefined
  return new URL(`http://${host}`).hostname.replace(/\.$/, '')
}

/** As an option has it, without the brackets of a URL. */
const bareIpv6 = /^[\da-f.]*:[\da-f.]*:[\da-f:.]*$/i

function isLocal(name: string): boolean {
  if (name === 'localhost' || name.endsWith('.localhost')) return true
  // The last is an address of IPv4 in IPv6.
  return /^127\.[\d.]+$/.test(name) || name === '[::1]' || /^\[::ffff:7f/.test(name)
}

function isUnspecified(name: string): boolean {
  return name === '0.0.0.0' || name === '[::]'
}

/** An address leads where it says, whoever asks: there is no name that could be made to lead elsewhere. */
function isAddress(name: string): boolean {
  return name.startsWith('[') || /^[\d.]+$/.test(name)
}

function refusalOf(name: string | undefined): Refusal {
  if (name === undefined)
    return forbidden('the Host header names no host. Expected one such as localhost:8000')
  return forbidden(
    `requests for the host ${name} are not allowed, because any page can lead a name here. ` +
      `If it is yours, start the sandbox with --allow-host ${name}`,
  )
}
