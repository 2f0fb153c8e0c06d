import type { View } from './clusters.ts'
import { borders, land, lines, sphere } from './world.ts'

type Look = { x: number; y: number; count: number; tone: string }
type Scene = {
  view: View
  base: number
  box: { width: number; height: number }
  clusters: readonly Look[]
  open: number
}

/** Grows with the number in it, and slowly. */
export const radiusOf = (count: number): number => (count === 1 ? 5 : Math.min(26, 8 + Math.log2(count) * 1.8))

/** The whole picture, anew: a path for the land and a disc for each cluster, of which there are some hundreds at most. */
export function drawMap(canvas: HTMLCanvasElement, { view, base, box, clusters, open }: Scene): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const ratio = devicePixelRatio || 1
  canvas.width = Math.round(box.width * ratio)
  canvas.height = Math.round(box.height * ratio)
  const style = getComputedStyle(canvas)
  const colour = (name: string) => resolvedColour(canvas, style.getPropertyValue(name))
  const scale = base * view.k
  context.setTransform(scale * ratio, 0, 0, scale * ratio, view.x * ratio, view.y * ratio)
  context.lineWidth = 0.5 / scale
  context.fillStyle = colour('--sea')
  context.fill(sphere)
  context.strokeStyle = colour('--line')
  context.stroke(lines)
  context.fillStyle = colour('--land')
  context.fill(land)
  context.strokeStyle = colour('--bg')
  context.stroke(borders)
  context.setTransform(ratio, 0, 0, ratio, 0, 0)
  context.font = `600 11px ${style.fontFamily}`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  clusters.forEach(({ x, y, count, tone }, index) => {
    context.beginPath()
    context.arc(x, y, radiusOf(count), 0, Math.PI * 2)
    context.fillStyle = colour(`--${tone}`)
    context.fill()
    context.lineWidth = index === open ? 3 : 1
    context.strokeStyle = colour(index === open ? '--accent' : '--bg')
    context.stroke()
    if (count === 1) return
    context.fillStyle = colour('--on-tone')
    context.fillText(count > 999 ? `${Math.round(count / 100) / 10}k` : String(count), x, y)
  })
}

const known = new Map<string, string>()

/** `light-dark()` is a word of style sheets: a canvas wants the colour that it comes to here. */
function resolvedColour(canvas: HTMLCanvasElement, value: string): string {
  const key = `${getComputedStyle(canvas).colorScheme} ${document.documentElement.dataset['theme']} ${matchMedia('(prefers-color-scheme: dark)').matches} ${value}`
  let colour = known.get(key)
  if (colour === undefined) {
    const probe = document.createElement('span')
    probe.style.color = value
    canvas.parentElement!.append(probe)
    colour = getComputedStyle(probe).color
    probe.remove()
    known.set(key, colour)
  }
  return colour
}
