/** Told of each member that somebody reads or sends, by its path: `query page`, `body emails[]`. */
export type Notice = (member: string) => void

/**
 * The same value, which tells what is read of it. Whoever copies all of an object reads none of its members by name: that is told as the
 * object with `…`.
 */
export function watched<Value>(value: Value, path: string, notice: Notice): Value {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value) && !value.some((item) => typeof item === 'object')) return value
  return new Proxy(value, {
    get(target, key) {
      const member: unknown = Reflect.get(target, key)
      if (typeof key === 'symbol' || typeof member === 'function') return member
      const inner = join(path, Array.isArray(target) ? '[]' : key)
      notice(inner)
      return watched(member, inner, notice)
    },
    ownKeys(target) {
      if (!Array.isArray(target)) notice(join(path, '…'))
      return Reflect.ownKeys(target)
    },
  })
}

/** Tells every member that a value has. */
export function tellMembers(value: unknown, path: string, notice: Notice): void {
  if (typeof value !== 'object' || value === null) return
  for (const [name, member] of Object.entries(value)) {
    const inner = join(path, Array.isArray(value) ? '[]' : name)
    if (!Array.isArray(value)) notice(inner)
    tellMembers(member, inner, notice)
  }
}

/** `query` and `page` are `query page`, `body emails` and an item are `body emails[]`. */
function join(path: string, name: string): string {
  if (path === '' || name === '[]') return `${path}${name}`
  return /^(?:path|query|body|cookie)$/.test(path) ? `${path} ${name}` : `${path}.${name}`
}
