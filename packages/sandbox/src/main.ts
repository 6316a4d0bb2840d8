#!/usr/bin/env node
import module from 'node:module'

// Before anything else is loaded, so that the next start finds it compiled. Node 22.0 does not know it; nothing depends on it.
module.enableCompileCache?.()
await import('./command/main.ts')
