import { enableCompileCache, flushCompileCache } from 'node:module'

// Until there is something to stop, whoever asks us to end gets it at once.
const signals = ['SIGHUP', 'SIGINT', 'SIGTERM'] as const
const endNow = () => process.exit(0)
for (const signal of signals) process.on(signal, endNow)

// Keeps compiled modules (below the system's folder for temporary files, for each user and version of Node its own): a
// start costs nearly half as much CPU the second time. Before anything else is imported, or it would come too late.
enableCompileCache()
const { main } = await import('./program.ts')
const running = main()
// Not before the program listens: a signal that nobody listens for is lost.
for (const signal of signals) process.off(signal, endNow)
await running
// A process that is killed would not write it.
flushCompileCache()
