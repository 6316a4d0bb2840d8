/** Where Emscripten keeps files: by path, in a store of this name. */
const store = 'FILE_DATA'

/** Whether IndexedDB holds a whole data directory. Leaves nothing behind where it holds none. */
export async function holdsDatabase(name: string): Promise<boolean> {
  const database = await openExisting(name)
  if (!database) return false
  try {
    if (!database.objectStoreNames.contains(store)) return false
    const keys = await resultOf(database.transaction(store).objectStore(store).getAllKeys())
    // The snapshot has this file as its last.
    return keys.some((key) => String(key).endsWith('/PG_VERSION'))
  } finally {
    database.close()
  }
}

function openExisting(name: string): Promise<IDBDatabase | undefined> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name)
    // Called where there is none: it is not made then.
    opening.addEventListener('upgradeneeded', () => opening.transaction?.abort())
    opening.addEventListener('success', () => resolve(opening.result))
    opening.addEventListener('error', () =>
      opening.error?.name === 'AbortError' ? resolve(undefined) : reject(opening.error),
    )
  })
}

function resultOf<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result))
    request.addEventListener('error', () => reject(request.error))
  })
}
