/**
 * Lint rule: whoever makes an emitter that ends the process when it fails with nobody listening (a child process, a
 * stream, a server, a socket, a client of a database) listens for its error in the same file, or hands it to `pipeline`.
 */
const makers = new Set([
  'spawn',
  'fork',
  'exec',
  'execFile',
  'createReadStream',
  'createWriteStream',
  'createServer',
  'createConnection',
  'connect',
  'Client',
  'Pool',
  'Redis',
  'WebSocket',
  'Worker',
  'Socket',
])
/** Objects whose method of such a name makes something else. */
const others = new Set(['pool', 'this', 'installation'])
const takers = new Set(['pipeline', 'finished', 'promisify'])

const nameOf = (callee) => {
  if (callee.type === 'Identifier') return callee.name
  if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return null
  return callee.object.type === 'Identifier' && !others.has(callee.object.name) ? callee.property.name : null
}

const listens = ({ identifier }) => {
  const member = identifier.parent
  const call = member.parent
  return (
    member.type === 'MemberExpression' &&
    member.object === identifier &&
    /^(on|once|addListener)$/.test(member.property.name) &&
    call.type === 'CallExpression' &&
    call.callee === member &&
    call.arguments[0]?.value === 'error'
  )
}

export const errorListeners = {
  meta: {
    type: 'problem',
    schema: [],
    messages: {
      missing:
        'Nobody listens for the error of what {{name}} makes: it would end the process. Keep it in a variable and listen for "error", or hand it to pipeline.',
    },
  },
  create(context) {
    const imported = new Set()
    const check = (node) => {
      const name = nameOf(node.callee)
      if (name === null || !makers.has(name)) return
      const root = node.callee.type === 'Identifier' ? node.callee.name : node.callee.object.name
      // A function of our own may bear such a name; it is looked at where it is written.
      if (!imported.has(root)) return
      const { parent } = node
      if (parent.type === 'CallExpression' && parent.arguments.includes(node) && takers.has(nameOf(parent.callee)))
        return
      const variable =
        parent.type === 'VariableDeclarator' ? context.sourceCode.getDeclaredVariables(parent)[0] : undefined
      if (!variable?.references.some(listens)) context.report({ node, messageId: 'missing', data: { name } })
    }
    return {
      ImportDeclaration({ source, specifiers }) {
        // What undici makes tells of errors through its requests.
        if (!source.value.startsWith('.') && source.value !== 'undici')
          for (const { local } of specifiers) imported.add(local.name)
      },
      CallExpression: check,
      NewExpression: check,
    }
  },
}
