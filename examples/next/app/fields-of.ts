import type { FormEvent } from 'react'

/** Reads what was entered into a form, by the names of its fields. */
export function fieldsOf(event: FormEvent<HTMLFormElement>): (name: string) => string {
  event.preventDefault()
  const entered = new FormData(event.currentTarget)
  return (name) => String(entered.get(name))
}
