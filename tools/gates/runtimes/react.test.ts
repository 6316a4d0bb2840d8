import path from 'node:path'
import { expect, test } from 'vitest'
import { freshProject } from './fresh-project.ts'
import { outputOf } from './run-on.ts'

test.each([
  ['the newest React and TanStack Query', { react: '19.3.1', 'react-dom': '19.3.1', query: '5.108.0' }],
  ['the oldest that the package names', { react: '18.0.0', 'react-dom': '18.0.0', query: '5.90.1' }],
])('the packed react-query tells the same story with %s', async (_which, { query, ...react }) => {
  const program = path.join(import.meta.dirname, 'react')
  const packages = ['types', 'client', 'react-query']
  const project = await freshProject(packages, program, { ...react, '@tanstack/react-query': query })
  try {
    expect(await outputOf('node', ['render.mjs'], project.folder)).toEqual({
      rendered: 'ada grace',
      failed: 'Not found: nobody',
      added: 'added',
      isStale: true,
      pages: [{ email: '1@example.com' }, { email: '2@example.com' }],
      keys: 3,
    })
  } finally {
    await project.remove()
  }
})
