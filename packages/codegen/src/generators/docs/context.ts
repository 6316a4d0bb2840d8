import type { DocumentModel } from '../../model/index.ts'
import { type Links, siteLinks } from './site.ts'

/** What a text is written from, and where its links lead. */
export interface Context {
  readonly model: DocumentModel
  readonly links: Links
}

export function siteContext(model: DocumentModel): Context {
  return { model, links: siteLinks }
}
