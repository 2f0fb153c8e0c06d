import { readFile } from 'node:fs/promises'

export const BUS_STOP_TYPE_KEY = 'display/bus-stop'

const text = (maxLength: number, description: string) => ({ type: 'string', maxLength, description })
const colour = (description: string) => ({ type: 'string', pattern: '^#[0-9a-fA-F]{6}$', description })

const departure = {
  type: 'object',
  additionalProperties: false,
  required: ['line', 'destination'],
  properties: {
    line: text(8, 'As on the bus: "42", "N1".'),
    destination: text(80, 'Where it goes.'),
    dueMinutes: { type: 'integer', minimum: 0, maximum: 1440, description: 'Minutes from now; 0 is "now".' },
    time: {
      type: 'string',
      pattern: '^([01][0-9]|2[0-3]):[0-5][0-9]$',
      description: 'Time of day at the stop; counted down by the display.',
    },
    platform: text(8, 'Bay or platform.'),
  },
  oneOf: [{ required: ['dueMinutes'] }, { required: ['time'] }],
}

/**
 * Nothing at the top is required: the display says less when it knows less, and a patch that removes a member leaves a
 * display that still works.
 */
const propsSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Bus stop',
  type: 'object',
  additionalProperties: false,
  properties: {
    stopName: text(80, 'Name of the stop.'),
    route: text(8, 'The line that the stop is known for; its departures stand out.'),
    destination: text(80, 'Where that line goes.'),
    departures: { type: 'array', maxItems: 60, items: departure, description: 'Shown by time, page after page.' },
    alert: {
      type: 'object',
      additionalProperties: false,
      required: ['message'],
      properties: {
        level: { enum: ['info', 'warning', 'critical'], default: 'info' },
        message: { type: 'string', minLength: 1, maxLength: 400 },
      },
      description: 'A banner above the departures.',
    },
    theme: {
      type: 'object',
      additionalProperties: false,
      properties: {
        accent: colour('Route, clock and times.'),
        background: colour('Text becomes dark where this is light.'),
      },
    },
    language: {
      type: 'string',
      pattern: '^[a-zA-Z]{2,3}(-[a-zA-Z0-9]{2,8})*$',
      description: 'BCP 47; English words where we have none.',
    },
  },
}

const defaultProps = {
  stopName: 'Bus stop',
  departures: [],
  theme: { accent: '#ffb81c', background: '#0a0d12' },
  language: 'en',
}

/** What submitDefinition takes to make version 1.0.0 of the bus stop display. */
export async function busStopDefinition() {
  return {
    typeKey: BUS_STOP_TYPE_KEY,
    kind: 'COMPONENT',
    version: '1.0.0',
    title: 'Bus stop',
    description:
      'Departures, the time and alerts at one stop. Portrait and landscape, from a telephone to a 4K screen.',
    propsSchema,
    defaultProps,
    bundle: await busStopBundle(),
  }
}

/** The component as one self-contained ES module: its code with its style inside. */
export async function busStopBundle(): Promise<string> {
  const [code, style] = await Promise.all(
    ['bundle.js', 'bundle.css'].map((file) => readFile(new URL(file, import.meta.url), 'utf8')),
  )
  return code!.replace("'{{bundle.css}}'", () => JSON.stringify(style))
}
