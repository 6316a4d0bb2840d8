import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import load from './index.ts'

const { rules, preprocessors, decorators, id } = load()

const names = [rules.oas3, rules.arazzo1, preprocessors.oas3, decorators.oas3].flatMap(Object.keys)

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8')

test.each(names)('%s is switched on for the document', (name) => {
  expect(read('../../../spec/redocly.yaml')).toContain(`  ${id}/${name}:`)
})

test.each(names)('%s is explained in the README', (name) => {
  expect(read('../README.md')).toContain(`\`${name}\``)
})

test('the configuration of the document names no rule that is not there', () => {
  const named = [...read('../../../spec/redocly.yaml').matchAll(/document\/([a-z-]+):/g)].map(
    ([, name]) => name,
  )
  expect(named.filter((name) => !names.includes(String(name)))).toEqual([])
})
