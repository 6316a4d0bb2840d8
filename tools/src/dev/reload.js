// In each page that `pnpm dev` serves: loads it anew when it was built anew, and when the command was started again.
const reloads = new EventSource('/dev/reloads')
let connected = false
reloads.addEventListener('connected', () => {
  if (connected) location.reload()
  connected = true
})
reloads.addEventListener('reload', () => location.reload())
