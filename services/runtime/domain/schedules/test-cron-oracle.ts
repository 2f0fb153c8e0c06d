/**
 * Ticks worked out the slow and obvious way, sharing nothing with what it judges: the zone's changes of offset are
 * looked for day by day, and every minute of every day is asked whether the expression names it. Knows numbers, `*`,
 * lists, ranges and steps.
 */
export type ZoneOracle = { changes: number[]; ticks(expression: string, from: number, to: number): OracleTick[] }
export type OracleTick = { at: number; dst: 'NONE' | 'GAP' | 'FOLD' }

const minute = 60_000
const day = 1440 * minute

export function zoneOracle(zone: string, from: number, to: number): ZoneOracle {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' })
  const offsetAt = (instant: number): number => {
    const [, sign, hours, minutes] = /GMT(?:([+-])(\d\d):(\d\d))?/.exec(format.format(instant)) as RegExpExecArray
    return sign === undefined ? 0 : (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * minute
  }
  // Stretches of one offset, from just before the time that is asked about to just behind it.
  const stretches = [{ start: from - 3 * day, offset: offsetAt(from - 3 * day) }]
  for (let at = from - 2 * day; at <= to + 3 * day; at += day) {
    const offset = offsetAt(at)
    if (offset === stretches.at(-1)?.offset) continue
    let [low, high] = [at - day, at]
    while (high - low > minute) {
      const middle = low + Math.floor((high - low) / 2 / minute) * minute
      if (offsetAt(middle) === offset) high = middle
      else low = middle
    }
    stretches.push({ start: high, offset })
  }
  const instantsOf = (wall: number): number[] =>
    stretches.flatMap(({ start, offset }, index) => {
      const at = wall - offset
      return at >= start && at < (stretches[index + 1]?.start ?? Infinity) ? [at] : []
    })
  // Behind the gap that swallowed `wall`: the first stretch whose clocks begin past it.
  const behindGap = (wall: number) =>
    (stretches.find(({ start, offset }, index) => index > 0 && start + offset > wall) as { start: number }).start
  return {
    changes: stretches
      .slice(1)
      .map(({ start }) => start)
      .filter((at) => at > from && at < to),
    ticks(expression, after, until) {
      const cron = readFields(expression)
      const found = new Map<number, OracleTick['dst']>()
      for (let date = Math.floor((after - 2 * day) / day) * day; date <= until + 2 * day; date += day) {
        if (!cron.day(new Date(date))) continue
        for (const wall of cron.minutes.map((offset) => date + offset * minute)) {
          const instants = instantsOf(wall)
          const wanted =
            instants.length === 0
              ? cron.isFixed
                ? [behindGap(wall)]
                : []
              : cron.isFixed
                ? instants.slice(0, 1)
                : instants
          const dst = instants.length === 0 ? 'GAP' : instants.length > 1 ? 'FOLD' : 'NONE'
          // What is named itself is no stand-in for what the gap swallowed.
          for (const at of wanted) if (dst !== 'GAP' || !found.has(at)) found.set(at, dst)
        }
      }
      return [...found]
        .map(([at, dst]) => ({ at, dst }))
        .filter(({ at }) => at > after && at <= until)
        .sort((a, b) => a.at - b.at)
    },
  }
}

function readFields(expression: string) {
  const [minutes = '', hours = '', dates = '', months = '', weekdays = ''] = expression.split(' ')
  const minuteSet = numbers(minutes, 0, 59)
  const ofDay = [...numbers(hours, 0, 23)].flatMap((hour) => [...minuteSet].map((each) => hour * 60 + each))
  const dateSet = numbers(dates, 1, 31)
  const monthSet = numbers(months, 1, 12)
  const weekdaySet = numbers(weekdays, 0, 6)
  return {
    isFixed: !/[*/]/.test(`${minutes}${hours}`),
    minutes: ofDay.sort((a, b) => a - b),
    day(date: Date): boolean {
      const [byDate, byWeekday] = [dateSet.has(date.getUTCDate()), weekdaySet.has(date.getUTCDay())]
      const either = dates !== '*' && weekdays !== '*' ? byDate || byWeekday : byDate && byWeekday
      return either && monthSet.has(date.getUTCMonth() + 1)
    },
  }
}

function numbers(field: string, min: number, max: number): Set<number> {
  const all = field.split(',').flatMap((part) => {
    const [range = '', step = '1'] = part.split('/')
    const [first, last = first] = range === '*' ? [min, max] : range.split('-').map(Number)
    return Array.from({ length: max - min + 1 }, (_, index) => min + index).filter(
      (value) =>
        value >= (first as number) && value <= (last as number) && (value - (first as number)) % Number(step) === 0,
    )
  })
  return new Set(all)
}
