/** A new component's folder: small enough to read at once, and fit to be published as it is. */
export function componentFiles(typeKey: string): Record<string, string> {
  const title = typeKey
    .split('/')
    .at(-1)!
    .split('-')
    .map((word, index) => (index === 0 ? word[0]!.toUpperCase() + word.slice(1) : word))
    .join(' ')
  return {
    'manifest.json': json({
      typeKey,
      version: '1.0.0',
      title,
      description: 'A headline and a line of text.',
      bundle: 'component.js',
      propsSchema: 'props.schema.json',
      defaultProps: { headline: 'Hello' },
      examples: ['example-props.json'],
    }),
    'props.schema.json': json({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title,
      type: 'object',
      additionalProperties: false,
      properties: {
        headline: { type: 'string', maxLength: 60, description: 'In large letters.' },
        text: { type: 'string', maxLength: 300, description: 'Below the headline.' },
        accent: { type: 'string', pattern: '^#[0-9a-fA-F]{6}$', description: 'Colour of the headline.' },
      },
    }),
    'example-props.json': json({ headline: 'Fresh bread', text: 'Every morning from seven.', accent: '#c2410c' }),
    'component.js': component,
    'README.md': readme(typeKey, title),
  }
}

const json = (value: object) => `${JSON.stringify(value, null, 2)}\n`

const component = `/**
 * What a screen runs: one ES module, without imports, in a frame of its own without a network.
 * host.props are the props to show now; host.onPropsChange tells of every change.
 */
export function mount(host, element) {
  const style = document.createElement('style')
  style.textContent = \`
    .sign { box-sizing: border-box; min-height: 100vh; margin: 0; padding: 8vmin; display: grid; align-content: center;
      gap: 4vmin; font-family: system-ui, sans-serif; background: #fafaf9; color: #1c1917; overflow-wrap: anywhere }
    .sign h1 { margin: 0; font-size: 14vmin; line-height: 1 }
    .sign p { margin: 0; font-size: 6vmin; line-height: 1.3 }\`
  const sign = document.createElement('main')
  sign.className = 'sign'
  const headline = sign.appendChild(document.createElement('h1'))
  const text = sign.appendChild(document.createElement('p'))
  element.replaceChildren(style, sign)

  const show = () => {
    const { props } = host
    // textContent, never innerHTML: props are text, whoever wrote them.
    headline.textContent = props.headline ?? ''
    headline.style.color = props.accent ?? ''
    text.textContent = props.text ?? ''
  }
  show()
  const stop = host.onPropsChange(show)
  return () => {
    stop()
    element.replaceChildren()
  }
}
`

const readme = (typeKey: string, title: string) => `# ${title}

A component for screens of Marquee: \`${typeKey}\`.

- \`manifest.json\`: what is published. Raise \`version\` for every change; a published version stays as it is.
- \`props.schema.json\`: what a screen may be told, as JSON Schema; anything else is refused.
- \`example-props.json\`: props that have to fit before a version is published.
- \`component.js\`: the component. One file without imports: bundle yours if it has any.

\`\`\`sh
marquee publish
marquee create "My first screen" --definition ${typeKey} --visibility public --start
marquee patch "My first screen" headline="Good morning"
\`\`\`
`
