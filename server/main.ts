import { enableCompileCache, flushCompileCache } from 'node:module'

// Keeps compiled modules (below the system's folder for temporary files, for each user and version of Node its own): a
// start costs nearly half as much CPU the second time. Before anything else is imported, or it would come too late.
enableCompileCache()
const { main } = await import('./program.ts')
await main()
// A process that is killed would not write it.
flushCompileCache()
