/*
 * The bus stop display. Without imports, because it is served as one file and runs in a frame without a network.
 * It reads host.props anew for every change; all text goes in as text, never as markup. The display may stay open for
 * months: nothing grows, and one timer drives clock, countdown and pages.
 */
const PAGE_MS = 10_000
/** Whoever waits wants the next departures: later pages would only keep these away for longer. */
const PAGES_MAX = 3
const WORDS = {
  en: {
    line: 'Line',
    to: 'Destination',
    bay: 'Bay',
    due: 'Departs',
    now: 'Now',
    min: 'min',
    none: 'No departures at the moment',
  },
  de: {
    line: 'Linie',
    to: 'Ziel',
    bay: 'Steig',
    due: 'Abfahrt',
    now: 'Jetzt',
    min: 'Min',
    none: 'Zurzeit keine Abfahrten',
  },
  es: {
    line: 'Línea',
    to: 'Destino',
    bay: 'Andén',
    due: 'Salida',
    now: 'Ahora',
    min: 'min',
    none: 'Sin salidas por el momento',
  },
  fr: {
    line: 'Ligne',
    to: 'Destination',
    bay: 'Quai',
    due: 'Départ',
    now: 'À quai',
    min: 'min',
    none: 'Aucun départ pour le moment',
  },
  it: {
    line: 'Linea',
    to: 'Destinazione',
    bay: 'Corsia',
    due: 'Partenza',
    now: 'Ora',
    min: 'min',
    none: 'Nessuna partenza al momento',
  },
  pt: {
    line: 'Linha',
    to: 'Destino',
    bay: 'Cais',
    due: 'Partida',
    now: 'Agora',
    min: 'min',
    none: 'Sem partidas de momento',
  },
}
const SIGNS = { info: 'i', warning: '!', critical: '!' }

/** The text of bundle.css, put here when the definition is made. */
const STYLE = '{{bundle.css}}'

/** Shows the display in `element` until the returned function is called. */
export function mount(host, element) {
  const shell = document.createElement('div')
  shell.style.cssText = 'width:100%;height:100%'
  const root = shell.attachShadow({ mode: 'open' })
  const view = buildView(root)
  element.append(shell)
  // An element without a height of its own, as in an empty body: take the window's.
  if (shell.clientHeight === 0) shell.style.height = '100dvh'

  const calm = matchMedia('(prefers-reduced-motion: reduce)')
  let shownPage = -1
  let pagesSince = 0
  let alertKey = null
  let timer = 0

  const context = () => {
    const language = orElse('en', () => Intl.getCanonicalLocales(host.props?.language)[0])
    return {
      language,
      words: WORDS[language.slice(0, 2).toLowerCase()] ?? WORDS.en,
      clock: clockIn(host.instance?.placement?.timezone, language),
    }
  }

  function show() {
    const props = host.props ?? {}
    const { language, words, clock } = context()
    view.stop.lang = language
    paintTheme(view.stop, props.theme)
    setText(view.name, props.stopName || host.instance?.name || '')
    setText(view.route, props.route)
    setText(view.towards, props.destination)
    setText(view.place, clock.zone.replaceAll('_', ' '))
    for (const [index, key] of ['line', 'to', 'bay', 'due'].entries()) setText(view.labels[index], words[key])
    setText(view.none, words.none)
    view.name.classList.toggle('long', view.name.textContent.length > 26)
    showAlert(props.alert)
    tick(clock, words)
  }

  function showAlert(alert) {
    const key = alert ? JSON.stringify([alert.level, alert.message]) : null
    if (key === alertKey) return
    alertKey = key
    const level = Object.hasOwn(SIGNS, alert?.level) ? alert.level : 'info'
    view.alert.className = `alert ${level}`
    setText(view.sign, SIGNS[level])
    setText(view.message, alert?.message)
    view.alert.hidden = !alert
  }

  /** Everything that depends on the time: the clock, what is due, and which page of it. */
  function tick({ now, minuteOfDay, date }, words) {
    setText(view.clock, now)
    setText(view.date, date)
    const rows = departuresAt(host.props?.departures, minuteOfDay)
    view.none.hidden = rows.length > 0
    view.board.hidden = view.labels[0].parentNode.hidden = rows.length === 0
    const fits = rowsThatFit(view)
    const pages = Math.min(PAGES_MAX, Math.max(1, Math.ceil(rows.length / fits)))
    const page = Math.floor((performance.now() - pagesSince) / PAGE_MS) % pages
    const mayMove = shownPage === page && !calm.matches
    shownPage = page
    const shown = rows.slice(page * fits, (page + 1) * fits)
    setCount(view.board, shown.length, buildRow)
    shown.forEach((row, index) => paintRow(view.board.children[index], row, words, host.props?.route, mayMove))
    fitDestinations(view.board)
    paintPages(view.pages, pages, page)
  }

  function schedule() {
    timer = setTimeout(
      () => {
        const { words, clock } = context()
        tick(clock, words)
        schedule()
      },
      1000 - (Date.now() % 1000),
    )
  }

  view.alert.addEventListener('click', () => {
    view.alert.classList.add('acknowledged')
    const { level = 'info', message } = host.props?.alert ?? {}
    host.emit('alert-acknowledged', { level, message })
  })
  const resized = new ResizeObserver(() => show())
  resized.observe(view.stop)
  const unsubscribe = host.onPropsChange(() => {
    pagesSince = performance.now()
    show()
  })
  show()
  schedule()

  return () => {
    clearTimeout(timer)
    resized.disconnect()
    unsubscribe?.()
    shell.remove()
  }
}

function make(tag, className, ...children) {
  const node = document.createElement(tag)
  if (className) node.className = className
  node.append(...children)
  return node
}

function buildView(root) {
  const [route, name, towards, clock, date] = [
    make('div', 'route'),
    make('h1'),
    make('p', 'towards'),
    make('div', 'clock'),
    make('div', 'date'),
  ]
  const [sign, message, seen] = [make('span', 'sign'), make('span', 'message'), make('span', 'seen', '\u2713')]
  const alert = make('button', 'alert', sign, message, seen)
  alert.type = 'button'
  alert.hidden = true
  sign.ariaHidden = 'true'
  // The region is there from the start: readers announce what appears in it.
  const region = make('div', '', alert)
  region.setAttribute('role', 'alert')
  const labels = ['line', 'to', 'bay', 'due'].map(() => make('div'))
  const [board, none, place, pages] = [
    make('ol', 'board'),
    make('p', 'board none'),
    make('span'),
    make('span', 'pages'),
  ]
  board.style.padding = '0'
  const header = make('header', '', route, make('div', 'title', name, towards), make('div', 'when', clock, date))
  const stop = make(
    'main',
    'stop',
    header,
    region,
    make('div', 'row labels', ...labels),
    board,
    none,
    make('footer', '', place, pages),
  )
  root.append(make('style', '', STYLE), stop)
  return { stop, route, name, towards, clock, date, alert, sign, message, labels, board, none, place, pages }
}

function buildRow() {
  return make(
    'li',
    'row departure',
    make('span', 'line'),
    make('span', 'to'),
    make('span', 'bay'),
    make('span', 'due', make('span'), make('small')),
  )
}

function paintRow(node, { line, destination, platform, minutes, time }, words, route, mayMove) {
  const [lineNode, toNode, bayNode, dueNode] = node.children
  node.classList.toggle('mine', route !== undefined && line === route)
  node.classList.toggle('soon', minutes === 0)
  setText(lineNode, line)
  setText(toNode, destination)
  setText(bayNode, platform ?? '')
  const asClock = minutes >= 60
  const changed = setText(dueNode.firstChild, minutes === 0 ? words.now : asClock ? time : String(minutes))
  setText(dueNode.lastChild, minutes === 0 || asClock ? '' : words.min)
  if (changed && mayMove) dueNode.animate([{ opacity: 0.15 }, { opacity: 1 }], { duration: 500, easing: 'ease-out' })
}

/** Where a destination needs a second line, all get smaller letters; measured when text or room changes. */
function fitDestinations(board) {
  const nodes = [...board.querySelectorAll('.to')]
  const key = [board.clientWidth, ...nodes.map((node) => node.textContent)].join('\n')
  if (board.dataset.fitted === key) return
  board.dataset.fitted = key
  board.classList.remove('long')
  board.classList.toggle(
    'long',
    nodes.some((node) => node.clientHeight > 1.6 * Number.parseFloat(getComputedStyle(node).fontSize)),
  )
}

function paintPages(node, count, current) {
  node.hidden = count < 2
  setCount(node, count, () => make('i'))
  for (const [index, dot] of [...node.children].entries()) dot.className = index === current ? 'on' : ''
}

function setCount(parent, count, build) {
  while (parent.childElementCount > count) parent.lastElementChild.remove()
  while (parent.childElementCount < count) parent.append(build())
}

/** Writes only what is new: untouched nodes cost no layout, and readers are not told twice. */
function setText(node, text) {
  const wanted = text ?? ''
  node.hidden = wanted === ''
  if (node.textContent === wanted) return false
  node.textContent = wanted
  return true
}

/** How many rows the board has room for, and how high each is then. */
function rowsThatFit({ stop, board, none }) {
  const height = (board.hidden ? none : board).clientHeight
  const least = Number.parseFloat(getComputedStyle(stop).fontSize) * 3.35
  const fits = Math.max(1, Math.floor(height / least))
  board.style.setProperty('--row', `${Math.floor(Math.min(height / fits, least * 1.35) * 100) / 100}px`)
  return fits
}

/** What still departs, soonest first. A time of day more than half a day ahead has passed already. */
function departuresAt(departures, minuteOfDay) {
  const timed = (departures ?? []).map((departure) => {
    const minutes = departure.dueMinutes ?? minutesUntil(departure.time, minuteOfDay)
    return { ...departure, minutes, time: timeOfDay(minuteOfDay + minutes) }
  })
  return timed.filter(({ minutes }) => minutes >= 0).sort((a, b) => a.minutes - b.minutes)
}

function minutesUntil(time, minuteOfDay) {
  const [hours, minutes] = String(time).split(':').map(Number)
  const ahead = (hours * 60 + minutes - minuteOfDay + 1440) % 1440
  return ahead > 720 ? -1 : ahead
}

function timeOfDay(minute) {
  return [Math.floor(minute / 60) % 24, minute % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

/** Time and date at the place of the display; the machine's own where nobody said which that is. */
function clockIn(zone, language) {
  const at = new Date()
  const format = formatsFor(zone, language)
  const [hours, minutes] = format.time.format(at).split(':').map(Number)
  const minuteOfDay = hours * 60 + minutes
  return {
    now: timeOfDay(minuteOfDay),
    minuteOfDay,
    date: format.date.format(at),
    zone: format.time.resolvedOptions().timeZone,
  }
}

let formats = { key: null }
/** Making a format takes a thousand times as long as using it. */
function formatsFor(zone, language) {
  const key = `${zone} ${language}`
  if (formats.key === key) return formats
  // Zones are made and renamed every year: an old browser must not fail over one that it does not know.
  const timeZone = orElse(undefined, () => zone && new Intl.DateTimeFormat('en', { timeZone: zone }) && zone)
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone })
  const date = new Intl.DateTimeFormat(language, { weekday: 'long', day: 'numeric', month: 'long', timeZone })
  return (formats = { key, time, date })
}

function orElse(fallback, make) {
  try {
    return make() ?? fallback
  } catch {
    return fallback
  }
}

/** Black or white text, whichever can be read, on whatever colours the theme brings. */
function paintTheme(node, theme) {
  const accent = hexColour(theme?.accent) ?? '#ffb81c'
  const paper = hexColour(theme?.background) ?? '#0a0d12'
  const ink = luminance(paper) > 0.35 ? '#0a0d12' : '#ffffff'
  const onAccent = luminance(accent) > 0.18 ? '#0a0d12' : '#ffffff'
  // An accent that cannot be told from the background is good for surfaces only.
  const accentText = contrast(accent, paper) >= 3 ? accent : ink
  const colours = { paper, ink, accent, 'on-accent': onAccent, 'accent-text': accentText }
  for (const [name, colour] of Object.entries(colours)) node.style.setProperty(`--${name}`, colour)
}

function hexColour(text) {
  return /^#[0-9a-f]{6}$/i.test(text) ? text : null
}

/** Relative luminance as WCAG defines it. */
function luminance(hex) {
  const [red, green, blue] = [1, 3, 5].map((start) => {
    const part = Number.parseInt(hex.slice(start, start + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one, other) {
  const [high, low] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}
