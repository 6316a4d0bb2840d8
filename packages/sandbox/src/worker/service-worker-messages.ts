import type { SentRequest, SentResponse } from './messages.ts'

/** What the service worker asks a page, each with a port for the reply. */
export type PageMessage =
  /** Whether the page has a sandbox for the path. A page that has none says nothing. */
  | { readonly kind: 'serves'; readonly path: string }
  | { readonly kind: 'fetch'; readonly path: string; readonly request: SentRequest }

export type PageReply =
  | { readonly kind: 'serves' }
  | { readonly kind: 'response'; readonly response: SentResponse }
  | { readonly kind: 'failed'; readonly message: string }
