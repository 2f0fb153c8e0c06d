import { useState } from 'react'
import { useSession } from '../graph/session.ts'
import { Button } from '../ui/controls.tsx'
import type { Instance } from './use-instance.ts'

const shapes = { landscape: '16 / 9', portrait: '9 / 16' } as const

/** The screen itself, as it looks now. A preview reports nothing: it is no screen. */
export function ScreenFrame({ instance }: { instance: Instance }) {
  const { key } = useSession()
  const [shape, setShape] = useState<keyof typeof shapes>('landscape')
  const src = `${instance.url}?preview${instance.visibility === 'PRIVATE' && key ? `#key=${encodeURIComponent(key)}` : ''}`
  return (
    <figure className={`screen ${shape}`}>
      <iframe
        key={src}
        src={src}
        title={`What ${instance.name ?? instance.id} shows`}
        style={{ aspectRatio: shapes[shape] }}
      />
      <figcaption>
        <a href={instance.url} target="_blank" rel="noopener noreferrer">
          Open the screen ↗
        </a>
        <Button tone="quiet" onClick={() => setShape(shape === 'landscape' ? 'portrait' : 'landscape')}>
          {shape === 'landscape' ? 'Portrait' : 'Landscape'}
        </Button>
      </figcaption>
    </figure>
  )
}
