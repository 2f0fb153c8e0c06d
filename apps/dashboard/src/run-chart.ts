import type { RunFieldsFragment } from '@marquee/sdk'
import { element } from './element.ts'
import { barHeights, durationMs, hasEnded, runSummary } from './runs.ts'

const tickMs = 500

/** Runs side by side, oldest first: the height is how long each took, the colour how it went. Grows while one runs. */
export function createRunChart() {
  const bars = element('div', { class: 'bars', role: 'img' })
  const caption = element('p', { class: 'hint' })
  const node = element('figure', { class: 'chart' }, bars, caption)
  let runs: readonly RunFieldsFragment[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function render(): void {
    clearTimeout(timer)
    const now = Date.now()
    const heights = barHeights(runs.map((run) => durationMs(run, now)))
    bars.replaceChildren(
      ...runs.map((run, index) => {
        const bar = element('span', {
          class: `bar ${run.status.toLowerCase()}`,
          title: `${new Date(run.createdAt).toLocaleString()}: ${runSummary(run, now)}`,
        })
        bar.style.height = `${heights[index]}%`
        return bar
      }),
    )
    const newest = runs.at(-1)
    caption.textContent = newest ? `Newest: ${runSummary(newest, now)}` : 'No run yet.'
    bars.setAttribute('aria-label', `${runs.length} runs. ${caption.textContent}`)
    // What runs grows on, as long as somebody can see it.
    if (node.isConnected && runs.some((run) => run.startedAt !== null && !hasEnded(run)))
      timer = setTimeout(render, tickMs)
  }

  return {
    node,
    show(next: readonly RunFieldsFragment[]): void {
      runs = next
      render()
    },
  }
}
