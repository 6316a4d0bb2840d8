import chromium from '@sparticuz/chromium'

// Run by `find-chromium.ts` as a process of its own: the package unpacks into the folder for temporary files and nowhere
// else, and that folder is chosen by the environment.
process.stdout.write(await chromium.executablePath())
