import { InvalidArgumentError } from 'commander'
import { isHostName } from '../http/allow-host.ts'
import { anyOrigin, isOrigin } from '../http/allow-origin.ts'

/** One more host, or several with commas between them. */
export function readHosts(text: string, before: readonly string[] = []): string[] {
  const hosts = listed(text)
  if (hosts.every(isHostName)) return [...before, ...hosts]
  throw new InvalidArgumentError(
    'Expected a host without a port, such as --allow-host users.example.com, or *.',
  )
}

/** One, or several with commas between them, as the environment has to say it. */
function listed(text: string): string[] {
  return text.split(',').map((each) => each.trim())
}

/** One more origin, or several with commas between them. */
export function readOrigins(text: string, before: readonly string[] = []): string[] {
  const origins = listed(text)
  if (origins.every((origin) => origin === anyOrigin || isOrigin(origin))) return [...before, ...origins]
  throw new InvalidArgumentError(
    'Expected an origin as browsers send it, such as --allow-origin http://localhost:5173, or *.',
  )
}

/** A world by name, or a file. */
export function readSeed(text: string): string {
  if (text === 'initial' || text === 'example' || /[./\\]/.test(text)) return text
  throw new InvalidArgumentError(
    'Expected initial, example, or a file of YAML or JSON, such as --seed ./world.yaml.',
  )
}

/** The origin of a URL. */
export function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol) && url.pathname === '/') return url.origin
  throw new InvalidArgumentError(
    'Expected an http or https URL without a path, such as --public-url https://users.example.com.',
  )
}

/** The shortest and the longest time, in milliseconds. */
export function readLatency(text: string): readonly [number, number] {
  const [, least, most = least] = /^(\d{1,5})(?:\.\.(\d{1,5}))?$/.exec(text) ?? []
  const [from, to] = [Number(least), Number(most)]
  if (from <= to && to <= 60_000) return [from, to]
  throw new InvalidArgumentError(
    'Expected milliseconds from 0 to 60000, as one number or two, such as --latency 50..200.',
  )
}

/** A percentage, as a share from 0 to 1. */
export function readShare(text: string): number {
  const [, percent] = /^(\d{1,3}(?:\.\d+)?)%$/.exec(text) ?? []
  if (percent !== undefined && Number(percent) <= 100) return Number(percent) / 100
  throw new InvalidArgumentError('Expected a percentage from 0% to 100%, such as --fail 2%.')
}
