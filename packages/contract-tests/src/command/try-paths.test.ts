import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SetupProblem } from '../errors.ts'
import { tryPaths } from './try-paths.ts'

let folder: string

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'contract-paths-'))
})

afterAll(() => rmSync(folder, { recursive: true }))

const paths = { pruneDeviations: false } as const

test('leaves no trace of a file that can be written, and a file that exists as it is', () => {
  const file = path.join(folder, 'known.yaml')
  writeFileSync(file, 'deviations: []\n')
  const report = [{ kind: 'junit', file: path.join(folder, 'contract.xml') }] as const
  tryPaths({ ...paths, report, pruneDeviations: true, deviations: file })
  expect(readdirSync(folder)).toEqual(['known.yaml'])
  expect(readFileSync(file, 'utf8')).toBe('deviations: []\n')
})

test('says which file cannot be written, why, and what would be right', () => {
  const report = [{ kind: 'junit', file: folder }] as const
  expect(() => tryPaths({ ...paths, report })).toThrow(SetupProblem)
  expect(() => tryPaths({ ...paths, report })).toThrow(
    /^The report .* cannot be written: EISDIR.* such as --report junit=contract\.xml\.$/,
  )
  expect(() => tryPaths({ ...paths, writeDeviations: path.join(folder, 'known.yaml', 'a.yaml') })).toThrow(
    /^The file .*a\.yaml cannot be written: .* such as --write-deviations deviations\.yaml\.$/,
  )
})

test('refuses two outputs in one file', () => {
  const file = path.join(folder, 'a.json')
  const report = [
    { kind: 'json', file },
    { kind: 'har', file: `${folder}/./a.json` },
  ] as const
  expect(() => tryPaths({ ...paths, report })).toThrow(
    /^Two outputs go to .*a\.json\. Expected a file for each/,
  )
})
