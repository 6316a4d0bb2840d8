/** Makes the button work that copies a page as Markdown. */
export function offerCopy(bar: HTMLElement): void {
  const button = bar.querySelector('button')
  const link = bar.querySelector('a')
  if (!button || !link) return
  button.disabled = false
  button.addEventListener('click', async () => {
    const said = await copy(link.href).catch(() => 'Copying failed. Open the Markdown instead.')
    button.textContent = said
  })
}

async function copy(url: string): Promise<string> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`the server returned ${response.status}`)
  await navigator.clipboard.writeText(await response.text())
  return 'Copied'
}
