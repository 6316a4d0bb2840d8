import path from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { reservedNames } from './reserved-names.ts'

const packages = path.resolve(import.meta.dirname, '../../..')

/** What users import, and what generated files do. */
const modules = [
  'client/src/index.ts',
  ...[
    'choices',
    'media-types',
    'operation',
    'other-answers',
    'other-bodies',
    'paged',
    'parameters',
    'streams',
    'styles',
  ].map((name) => `client/src/runtime/${name}.ts`),
  'react-query/src/index.ts',
  ...[
    'client-only',
    'infinite-query',
    'infinite-query-hook',
    'mutation',
    'mutation-hook',
    'query',
    'query-hook',
  ].map((name) => `react-query/src/runtime/${name}.ts`),
  'msw/src/index.ts',
  'msw/src/fixtures.ts',
  'msw/src/runtime/answer.ts',
  'msw/src/runtime/frozen.ts',
  'contract-tests/src/checks/index.ts',
].map((file) => path.join(packages, file))

test('has what hand-written files export and generated files import', () => {
  const program = ts.createProgram(modules, {
    allowImportingTsExtensions: true,
    noEmit: true,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
  })
  const checker = program.getTypeChecker()
  const isGenerated = (symbol: ts.Symbol) => {
    const target = symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
    return target.declarations?.[0]?.getSourceFile().fileName.includes('/generated/') ?? true
  }
  const exported = modules.flatMap((file) => {
    const source = program.getSourceFile(file)
    const module = source && checker.getSymbolAtLocation(source)
    if (!module) throw new Error(`${file} is no module`)
    return checker.getExportsOfModule(module).filter((symbol) => !isGenerated(symbol))
  })
  const names = [...new Set(exported.map(({ name }) => name))]
  expect(names.length).toBeGreaterThan(100)
  expect(names.filter((name) => !reservedNames.includes(name))).toEqual([])
})
