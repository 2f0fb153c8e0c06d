import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** Processes whose environment or command line mentions `mark`: a folder of one test's own, say. Zombies are gone. */
export function processesOf(mark: string): { pid: number; command: string }[] {
  return readdirSync('/proc').flatMap((entry) => {
    const pid = Number(entry)
    if (!(pid > 1) || pid === process.pid) return []
    try {
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
      const text = `${command}\n${readFileSync(`/proc/${pid}/environ`, 'utf8')}\n${cwd(pid)}`
      return command !== '' && text.includes(mark) ? [{ pid, command }] : []
    } catch {
      return []
    }
  })
}

function cwd(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}
