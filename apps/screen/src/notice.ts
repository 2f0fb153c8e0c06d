export type Notice = { title: string; text: string }

/** A full-page message in place of the component, and the small mark of a screen that shows an old state. */
export function createNotices(doc: Document = document) {
  const notice = doc.getElementById('notice')!
  const offline = doc.getElementById('offline')!
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    show({ title, text }: Notice): void {
      notice.querySelector('h1')!.textContent = title
      notice.querySelector('p')!.textContent = text
      notice.hidden = false
    },
    clear(): void {
      notice.hidden = true
    },
    /** Only after a while: a connection that comes back at once is nobody's concern. */
    setLive(live: boolean, afterMs = 5_000): void {
      if (live) {
        clearTimeout(timer)
        timer = undefined
        offline.hidden = true
      } else {
        timer ??= setTimeout(() => (offline.hidden = false), afterMs)
      }
    },
  }
}
