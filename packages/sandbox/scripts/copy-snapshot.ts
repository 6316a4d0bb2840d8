import { cp } from 'node:fs/promises'

// The compiler copies no binary files: the packed package has the snapshot beside its compiled modules.
await cp(
  new URL('../src/generated/snapshot/', import.meta.url),
  new URL('../dist/generated/snapshot/', import.meta.url),
  { recursive: true },
)
