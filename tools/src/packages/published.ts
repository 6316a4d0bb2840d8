import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repository } from '../repository.ts'

/** The parts of a package.json that this repository's own commands and gates look at. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly description?: string
  readonly private?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly [member: string]: unknown
}

export interface Package {
  /** Where it lies, absolute. */
  readonly folder: string
  readonly manifest: Manifest
}

/** All packages of the workspace, or of another checkout of it; `spec` first. */
export function listPackages(root = repository): Package[] {
  const inPackages = readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}`)
  return ['spec', ...inPackages, 'tools'].map((name) => {
    const folder = path.join(root, name)
    return { folder, manifest: JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) }
  })
}

/** Those that are released, together and under one version. */
export function listPublishedPackages(root = repository): Package[] {
  return listPackages(root).filter(({ manifest }) => !manifest.private)
}
