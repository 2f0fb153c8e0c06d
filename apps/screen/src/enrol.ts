import { createClient, EnrolmentDocument, RequestEnrolmentDocument } from '@marquee/sdk'
import './page.css'
import './enrol.css'
import { enrolled, waiting, type Waiting } from './enrolled.ts'

/*
 * The page at /screen: a screen without a keyboard opens it, shows a code, and waits until an operator has said which
 * instance it shows. From then on it opens that at every start, until its key is revoked.
 */

const pollMs = 2_000
const retryMs = { first: 2_000, max: 60_000 }
const code = document.getElementById('code')!
const trouble = document.getElementById('trouble')!

async function wait(): Promise<never> {
  let pauseMs = retryMs.first
  for (let current = waiting.read(); ;) {
    try {
      current ??= await ask()
      show(current)
      const { enrolment } = await createClient({ url: location.origin, key: current.key }).query(EnrolmentDocument, {})
      if (enrolment?.status === 'CONFIRMED' && enrolment.instanceId !== null)
        return open({ instanceId: enrolment.instanceId, key: current.key })
      if (enrolment?.status !== 'PENDING') current = null
      trouble.hidden = true
      pauseMs = retryMs.first
      await sleep(pollMs)
    } catch (error) {
      trouble.textContent = `${error instanceof Error ? error.message : String(error)} Trying again.`
      trouble.hidden = false
      await sleep(pauseMs)
      pauseMs = Math.min(retryMs.max, pauseMs * 2)
    }
  }
}

async function ask(): Promise<Waiting> {
  const client = createClient({ url: location.origin })
  const { requestEnrolment } = await client.mutate(RequestEnrolmentDocument, {
    input: { device: navigator.userAgent.slice(0, 200) },
  })
  waiting.keep(requestEnrolment)
  return requestEnrolment
}

function show(current: Waiting): void {
  code.textContent = `${current.code.slice(0, 3)} ${current.code.slice(3)}`
  document.body.dataset.code = current.code
}

/** The key goes in the fragment, which no server and no log sees; the page of the instance takes it out at once. */
function open({ instanceId, key }: { instanceId: string; key: string }): Promise<never> {
  waiting.forget()
  enrolled.keep({ instanceId, key })
  location.replace(`/live/${instanceId}#key=${key}`)
  // The page ends here.
  return new Promise(() => {})
}

/** Not all at the same moment, after a power cut for instance. */
const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms * (0.8 + Math.random() * 0.4)))

const known = enrolled.read()
void (known ? open(known) : wait())
