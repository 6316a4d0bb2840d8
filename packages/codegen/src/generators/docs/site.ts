/** Where things are shown. A page on the site and a section of the whole reference link differently. */
export interface Links {
  operation(id: string): string
  schema(name: string): string
}

/** Pages that the site has for every document; those under `guides` are written by hand. */
export const pages = {
  roles: '/authentication/#roles',
  credentials: '/authentication/',
  errors: '/errors/',
} as const

export const siteLinks: Links = {
  operation: (id) => `/reference/${id}/`,
  schema: (name) => `/schemas/#${anchor(name)}`,
}

/** Inside one file, where an operation and a schema may differ in case alone (`login`, `Login`). */
export const sectionLinks: Links = {
  operation: (id) => `#${anchor(id)}`,
  schema: (name) => `#${anchor(schemaHeading(name))}`,
}

export function schemaHeading(name: string): string {
  return `${name} (schema)`
}

/** The id that GitHub and Astro give a heading. */
export function anchor(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-')
}
