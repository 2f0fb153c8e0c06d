import { errorCode } from '../errors/system-error.ts'
import { randomInt } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { StartupError } from '../env.ts'

/** Makes the data folder when it is missing: its contents are nobody else's business, but it may be passed through. */
export async function ensureFolder(folder: string): Promise<void> {
  try {
    const made = await mkdir(folder, { recursive: true })
    // A folder that was there keeps the mode its owner gave it.
    if (made !== undefined) await chmod(folder, 0o711)
  } catch (error) {
    throw new StartupError(
      `The data folder ${folder} cannot be made (${errorCode(error)}); set DATA_DIR to a folder that can be written.`,
    )
  }
}

/**
 * Makes this process the only owner of a data folder until the returned function is called or the process dies.
 * Throws a StartupError when another live process, or this one, owns it already.
 *
 * Nothing is ever taken over: each process writes a file that bears its own name, and only then looks who else is
 * there. Of two that arrive together at least one sees the other and withdraws, so both can lose but never both win;
 * losers try again a few times after a random pause. A name holds the process id and, where /proc tells it, when that
 * process began, so a number used again by a stranger (or by the next container's process 1) is not mistaken for it.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const own = lockName(process.pid)
  let other: number | null = null
  for (let attempt = 0; attempt < 4; attempt++) {
    if (attempt > 0) await sleep(randomInt(20, 100))
    try {
      await writeFile(path.join(folder, own), '', { flag: 'wx', mode: 0o644 })
    } catch (error) {
      if (errorCode(error) === 'EEXIST') throw inUse(folder, process.pid)
      throw new StartupError(
        `The data folder ${folder} cannot be written (${errorCode(error)}); set DATA_DIR to a folder that can be.`,
      )
    }
    other = await otherOwner(folder, own)
    if (other === null) return () => unlink(path.join(folder, own)).catch(() => {})
    await unlink(path.join(folder, own)).catch(() => {})
  }
  throw inUse(folder, other ?? process.pid)
}

/** Whether a process of that id exists; one that belongs to another user does, a dead one not yet reaped does not. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (errorCode(error) !== 'EPERM') return false
  }
  // In a container whose first process reaps nobody, the dead keep their number for ever.
  return statFields(pid)?.[0] !== 'Z'
}

async function otherOwner(folder: string, own: string): Promise<number | null> {
  for (const name of await readdir(folder)) {
    const pid = Number(/^owner-(\d+)-\w+\.lock$/.exec(name)?.[1])
    if (!pid || name === own) continue
    if (isAlive(pid) && lockName(pid) === name) return pid
    // The name of a dead process cannot come back, so this never removes a lock that someone holds.
    await unlink(path.join(folder, name)).catch(() => {})
  }
  return null
}

function lockName(pid: number): string {
  return `owner-${pid}-${startMark(pid)}.lock`
}

/** When the process began: ticks since boot, and which boot. "0" where the system does not tell. */
function startMark(pid: number): string {
  const ticks = statFields(pid)?.[19]
  return ticks === undefined ? '0' : `${ticks}_${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8)}`
}

/** What Linux tells of a process, from its state on: the command name before it may hold blanks and brackets. */
function statFields(pid: number): string[] | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return null
  }
}

function inUse(folder: string, pid: number): StartupError {
  return new StartupError(
    `The data folder ${folder} is in use by process ${pid}; stop that one first or set DATA_DIR to another folder.`,
  )
}
