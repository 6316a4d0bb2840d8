/** Loads what sends requests for those alone who open the form. */
export function connectForm(root: HTMLElement): void {
  const details = root.querySelector('details')
  const open = async () => (await import('./form.ts')).openForm(root)
  if (details?.open) void open()
  else details?.addEventListener('toggle', open, { once: true })
}
