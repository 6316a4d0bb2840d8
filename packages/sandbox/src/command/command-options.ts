/** What the command line says. */
export interface CommandOptions {
  readonly port: number
  readonly host: string
  readonly data?: string
  readonly databaseUrl?: string
  readonly shareDatabase?: boolean
  /** A world by name, or a file. */
  readonly seed: string
  /** A file of OAuth clients. */
  readonly oauthClients?: string
  readonly publicUrl?: string
  readonly allowHost?: readonly string[]
  readonly allowOrigin?: readonly string[]
  readonly checkResponses: boolean
  readonly latency?: readonly [number, number]
  /** A share of all requests. */
  readonly fail?: number
  readonly failSeed: number
  /** Undefined: where nobody but this machine can use it. */
  readonly console?: boolean
  /** Whether it begins again whenever the file of `seed` is saved. */
  readonly watch: boolean
  readonly quiet: boolean
}
