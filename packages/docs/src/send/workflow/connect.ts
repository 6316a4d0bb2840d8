/** Loads what runs a workflow for those alone who open it. */
export function connectWorkflow(root: HTMLElement): void {
  const details = root.querySelector('details')
  const open = async () => (await import('./form.ts')).openWorkflow(root)
  if (details?.open) void open()
  else details?.addEventListener('toggle', open, { once: true })
}
