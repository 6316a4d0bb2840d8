import type { Plugin } from '@redocly/openapi-core'
import load from '../index.ts'

/** The plugin as Redocly takes it. */
export const loadedPlugin = load() as unknown as Plugin // Redocly's type has one function type per node type, ours one for all
