// Preloaded (NODE_OPTIONS=--import=…): a bug that a test sets off from outside.
process.on('SIGUSR2', () => {
  if (process.env.ESCAPE === 'rejection') void Promise.reject(new Error('escaped', { cause: new Error('of a test') }))
  else if (process.env.ESCAPE === 'emitter') process.emit('error')
  else setImmediate(() => { throw new Error('escaped', { cause: new Error('of a test') }) })
})
