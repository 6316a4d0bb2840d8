/** One page of the site: `id` is its path. The text begins with front matter. */
export interface PageFile {
  readonly id: string
  readonly text: string
}
