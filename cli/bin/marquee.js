#!/usr/bin/env node
// In the repository `npm run build` makes what is imported here; a package comes with it.
import('../dist/main.js').then(
  ({ main }) => main(process.argv),
  (error) => {
    process.stderr.write(`marquee is not built (${error.message}): run npm run build first.\n`)
    process.exitCode = 2
  },
)
