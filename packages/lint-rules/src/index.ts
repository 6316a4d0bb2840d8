import { stripProse } from './decorators/strip-prose.ts'
import type { Plugin } from './redocly.ts'

const plugin: Plugin = {
  id: 'document',
  rules: { oas3: {} },
  decorators: { oas3: { 'strip-prose': stripProse } },
}

// biome-ignore lint/style/noDefaultExport: Redocly takes a plugin from the default export, as a function
export default () => plugin
