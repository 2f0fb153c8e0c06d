import { existsSync } from 'node:fs'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/**
 * What the kernel puts around the process of a run, besides Node's permission model. Found out once per process by
 * trying, strongest first, because whether a kernel, a container or a user lets us is nothing that can be read.
 *
 *   namespaces  no network but a loopback that is down, no other process in sight, and all of it dies with its first process
 *   own user    where the server is root: 60600 for executors that Marquee brings, one above that for each supplied run at a time
 *   privileges  no_new_privs, no capabilities, dies with its parent
 *   limits      of processes, files, memory, processor time and file size
 */
export type Fence = {
  isolatesNetwork: boolean
  isolatesProcesses: boolean
  hasOwnUser: boolean
  hasNoNewPrivileges: boolean
  /** What is not held here, as nouns; empty: everything is. */
  readonly missing: readonly string[]
  /** The words before `node`. */
  launcher(request: Confinement): string[]
}

export type Confinement = { uid: number; network: boolean; rlimits: Rlimits }
/** Words of the shell's `ulimit`: a letter and its value. */
export type Rlimits = Readonly<Record<string, number>>

const run = promisify(execFile)
/** Nobody's on Debian and systemd; 65534 is not used because the embedded Postgres runs under it. */
export const builtInUid = 60_600
export const suppliedUids = { first: 60_601, count: 256 }

/** Places that the process of a run has to reach, where they are there; where an own user cannot, it has none. */
export type Reach = { readable: readonly string[]; passable: readonly string[] }

const probeMsMax = 60_000

export async function findFence({ readable, passable }: Reach, { ownUser = true } = {}): Promise<Fence> {
  if (process.platform === 'win32') return fenceOf({ namespaces: null, user: false, privileges: false, shell: false })
  if (process.platform !== 'linux') return fenceOf({ namespaces: null, user: false, privileges: false, shell: true })
  const isRoot = process.getuid?.() === 0
  const asUser = isRoot ? [] : ['--user', '--map-current-user']
  const processes = ['--ipc', '--pid', '--fork', '--kill-child']
  const candidates = [[...asUser, ...processes, '--mount-proc'], [...asUser, ...processes], asUser]
  const check = [
    '/bin/sh',
    '-c',
    'for at in "$@"; do if [ "$at" = -- ]; then pass=1; elif [ -n "$pass" ]; then [ -x "$at" ] || exit 1; else [ -r "$at" ] || exit 1; fi; done',
    'sh',
    ...readable.filter(existsSync),
    '--',
    ...passable.filter(existsSync),
  ]
  for (const namespaces of [...candidates, null]) {
    for (const user of isRoot && ownUser ? [true, false] : [false]) {
      const words = [...unshare(namespaces, false), ...setpriv(user ? builtInUid : null, isRoot), ...check]
      if (await succeeds(words)) return fenceOf({ namespaces, user, privileges: true, shell: true })
    }
  }
  return fenceOf({ namespaces: null, user: false, privileges: false, shell: true })
}

/** Throws where the answer did not come in time: a busy machine is no reason to run without a fence. */
async function succeeds([command, ...args]: readonly string[]): Promise<boolean> {
  return await run(command as string, args, { timeout: probeMsMax, env: {} }).then(
    () => true,
    (error: { killed?: boolean }) => {
      if (error.killed) throw new Error(`it could not be found out within ${probeMsMax} ms how executors can be fenced`)
      return false
    },
  )
}

type Found = { namespaces: readonly string[] | null; user: boolean; privileges: boolean; shell: boolean }

function fenceOf({ namespaces, user, privileges, shell }: Found): Fence {
  const isRoot = process.getuid?.() === 0
  const isolatesProcesses = namespaces?.includes('--pid') === true
  /** Limits on processes count all of a user's: they only make sense for a user, or a user namespace, of its own. */
  const countsProcesses = user || namespaces?.includes('--user') === true
  return {
    isolatesNetwork: namespaces !== null,
    isolatesProcesses,
    hasOwnUser: user,
    hasNoNewPrivileges: privileges,
    missing: [
      ...(namespaces === null ? ['a closed network'] : []),
      ...(isolatesProcesses ? [] : ['a view without other processes']),
      ...(isRoot && !user ? ['a user of its own'] : []),
      ...(privileges ? [] : ['no_new_privs']),
      ...(shell ? [] : ['limits of the operating system']),
    ],
    launcher({ uid, network, rlimits }) {
      const limits = Object.entries(rlimits).filter(([letter]) => letter !== 'p' || countsProcesses)
      return [
        ...unshare(namespaces, network),
        ...(privileges ? setpriv(user ? uid : null, isRoot) : []),
        // A limit that this system does not know is no reason not to run.
        ...(shell
          ? [
              '/bin/sh',
              '-c',
              `${limits.map(([letter, value]) => `ulimit -${letter} ${value} 2>/dev/null; `).join('')}unset PWD OLDPWD SHLVL _; exec "$@"`,
              'sh',
            ]
          : []),
      ]
    },
  }
}

const unshare = (namespaces: readonly string[] | null, network: boolean): string[] => {
  const words = namespaces === null ? [] : [...namespaces, ...(network ? [] : ['--net'])]
  return words.length === 0 ? [] : ['unshare', ...words, '--']
}

function setpriv(uid: number | null, isRoot: boolean): string[] {
  return [
    'setpriv',
    '--no-new-privs',
    '--inh-caps=-all',
    '--pdeathsig',
    'KILL',
    ...(isRoot ? ['--bounding-set=-all'] : []),
    ...(uid === null ? [] : ['--reuid', String(uid), '--regid', String(uid), '--clear-groups']),
    '--',
  ]
}
