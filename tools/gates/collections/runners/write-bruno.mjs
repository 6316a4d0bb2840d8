// Writes a collection of Postman as Bruno imports it: node write-bruno.mjs postman.json folder
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(import.meta.url)
const { postmanToBruno } = require('@usebruno/converters')
const { stringifyCollection, stringifyRequest } = require('@usebruno/filestore')

const [source, folder] = process.argv.slice(2)
const { collection } = await postmanToBruno(JSON.parse(await readFile(source, 'utf8')))

await mkdir(folder, { recursive: true })
await writeFile(
  path.join(folder, 'bruno.json'),
  JSON.stringify({ version: '1', name: collection.name, type: 'collection' }),
)
await writeFile(
  path.join(folder, 'collection.bru'),
  await stringifyCollection(collection.root, {}, { format: 'bru' }),
)
await writeItems(collection.items, folder)

async function writeItems(items, place) {
  for (const item of items) {
    const target = path.join(place, item.name)
    if (item.type !== 'folder') {
      await writeFile(`${target}.bru`, await stringifyRequest(item, { format: 'bru' }))
      continue
    }
    await mkdir(target)
    await writeItems(item.items, target)
  }
}
