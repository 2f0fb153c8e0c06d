// Preloaded (NODE_OPTIONS=--import=…): a bug that a test sets off from outside.
import { EventEmitter } from 'node:events'

process.on('SIGUSR2', () => {
  const error = new Error('escaped', { cause: new Error('of a test') })
  if (process.env.ESCAPE === 'rejection') void Promise.reject(error)
  else if (process.env.ESCAPE === 'emitter') new EventEmitter().emit('error', error)
  else
    process.nextTick(() => {
      throw error
    })
})
