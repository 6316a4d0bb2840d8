import { createServer } from './independent/create-server.ts'

const most = Number(process.argv[2])
let count = 0

const { baseUrl } = await createServer({
  changes: [
    {
      write: () => {
        count += 1
        if (count === most) process.exit(1)
        return false
      },
    },
  ],
})
process.send?.(baseUrl)
// Nobody is left to call it when the process that has started it is gone.
process.once('disconnect', () => process.exit())
