/** What samples name in the pages as they are built. */
const builtBaseUrl = 'http://localhost:8000/api'
const storageKey = 'sample-base-url'

/** What is read of the file that says where requests go, where the site has one. */
interface Settings {
  readonly sandbox: { readonly kind: string; readonly baseUrl?: string }
}

/** Lets a reader choose the base URL that the samples of this page name. It begins with the sandbox behind the site, if there is one. */
export async function offerBaseUrl(input: HTMLInputElement): Promise<void> {
  const replace = replaceIn(document)
  const show = (url: string) => {
    input.value = url
    replace(url)
  }
  const kept = readKept()
  show(kept ?? builtBaseUrl)
  input.addEventListener('change', () => {
    const url = normal(input.value)
    input.setCustomValidity(url === undefined ? 'Enter a base URL such as https://api.example.com/v1' : '')
    if (url === undefined) {
      input.reportValidity()
      return
    }
    keep(url)
    show(url)
  })
  if (kept === undefined) {
    const own = await sandboxBehind(new URL(input.dataset['root'] ?? '/', location.href))
    if (own !== undefined && input.value === builtBaseUrl) show(own)
  }
}

/** Without a slash at its end. Undefined for what is no URL, or would end the text that a sample has it in. */
export function normal(text: string): string | undefined {
  if (!URL.canParse(text) || !/^https?:/.test(text) || /[\s'"`$\\<>]/.test(text.trim())) return undefined
  return text.trim().replace(/\/+$/, '')
}

/** Finds the places once. @returns what puts another base URL there. */
function replaceIn(root: Document): (url: string) => void {
  const blocks = [...root.querySelectorAll('.sl-markdown-content .expressive-code')]
  const texts = blocks.flatMap(textsIn).map((node) => [node, node.data] as const)
  const buttons = blocks.flatMap((block) => [...block.querySelectorAll<HTMLElement>('[data-code]')])
  const copied = buttons.map((button) => [button, button.dataset['code'] ?? ''] as const)
  return (url) => {
    for (const [node, built] of texts) node.data = built.replaceAll(builtBaseUrl, url)
    for (const [button, built] of copied) button.dataset['code'] = built.replaceAll(builtBaseUrl, url)
  }
}

function textsIn(block: Element): Text[] {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
  const found: Text[] = []
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    if (node instanceof Text && node.data.includes(builtBaseUrl)) found.push(node)
  return found
}

async function sandboxBehind(site: URL): Promise<string | undefined> {
  const response = await fetch(new URL('send.json', site)).catch(() => undefined)
  if (!response?.ok) return undefined
  const { sandbox }: Settings = await response.json()
  return sandbox.kind === 'server' && sandbox.baseUrl !== undefined
    ? new URL(sandbox.baseUrl, site).href
    : undefined
}

/** A browser may forbid storage. */
function readKept(): string | undefined {
  try {
    return normal(localStorage.getItem(storageKey) ?? '')
  } catch {
    return undefined
  }
}

function keep(url: string): void {
  try {
    if (url === builtBaseUrl) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, url)
  } catch {
    // this page shows it
  }
}
