import type { Random } from './random.ts'
import type { SecurityScheme, World } from './world.ts'

/** Names of schemes that are needed together; an empty one asks for nothing. */
export type Requirement = Readonly<Record<string, readonly string[]>>

const possible: Readonly<Record<string, SecurityScheme>> = {
  token: { type: 'http', scheme: 'bearer' },
  'basic.auth': { type: 'http', scheme: 'Basic' },
  headerKey: { type: 'apiKey', in: 'header', name: 'X-Drawn-Key' },
  'query-key': { type: 'apiKey', in: 'query', name: 'drawn_key' },
  class: { type: 'apiKey', in: 'cookie', name: 'drawn' },
  oauth: { type: 'oauth2' },
  certificate: { type: 'mutualTLS' },
}

const flows = { clientCredentials: { tokenUrl: 'https://id.example/token', scopes: { read: 'Reads.' } } }

export function drawSchemes(random: Random): Readonly<Record<string, SecurityScheme>> {
  return Object.fromEntries(random.some(Object.entries(possible), random.oneOf([0, 0.4, 0.8])))
}

export function schemeSources(schemes: Readonly<Record<string, SecurityScheme>>): object {
  return Object.fromEntries(
    Object.entries(schemes).map(([name, scheme]) => [
      name,
      scheme.type === 'oauth2' ? { ...scheme, flows } : scheme,
    ]),
  )
}

/** Alternatives of schemes; `undefined` where nothing is said. */
export function drawSecurity(world: World, probability: number): readonly Requirement[] | undefined {
  const { random, schemes } = world
  if (Object.keys(schemes).length === 0 || !random.chance(probability)) return undefined
  return random.times(0, 3, () => drawRequirement(world))
}

/** One credential in the header `Authorization`, and keys beside it. */
function drawRequirement({ random, schemes }: World): Requirement {
  const names = Object.keys(schemes)
  if (random.chance(0.15)) return {}
  const first = random.oneOf(names)
  const keys = names.filter(
    (name) => name !== first && /^(?:apiKey|mutualTLS)$/.test(schemes[name]?.type ?? ''),
  )
  return Object.fromEntries([first, ...random.some(keys, 0.2)].map((name) => [name, []]))
}

/** What a client has: a token, and keys by the names of their schemes. */
export interface DrawnCredentials {
  readonly token: string | undefined
  readonly keys: Readonly<Record<string, unknown>>
}

export function drawCredentials({ random, schemes }: World): DrawnCredentials {
  const keys = Object.entries(schemes).flatMap(([name, { type, scheme }]): [string, unknown][] => {
    if (type === 'apiKey') return [[name, `key-of-${name}`]]
    return scheme === 'Basic' ? [[name, { username: 'ada', password: 'p:w' }]] : []
  })
  const isTaken = Object.values(schemes).some(({ type, scheme }) => type === 'oauth2' || scheme === 'bearer')
  return {
    token: isTaken && random.chance(0.5) ? 't0ken' : undefined,
    keys: Object.fromEntries(random.some(keys, 0.6)),
  }
}
