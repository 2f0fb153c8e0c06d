/**
 * The first of `offered` that an Accept header prefers; null where it takes none of them. Types are compared with their
 * parameters (`multipart/mixed;subscriptionSpec=1.0`), of which a range may name more than the offer; without a header
 * everything is taken. Equal weights go by the header's order, wildcards by the order of the offers.
 */
export function negotiate<const Type extends string>(
  accept: string | undefined,
  offered: readonly Type[],
): Type | null {
  const ranges = (accept?.trim() || '*/*')
    .split(',')
    .map(readRange)
    .filter(({ weight }) => weight > 0)
  ranges.sort((a, b) => b.weight - a.weight)
  for (const range of ranges) {
    const found = offered.find((type) => covers(range, readRange(type)))
    if (found !== undefined) return found
  }
  return null
}

type Range = { type: string; parameters: ReadonlyMap<string, string>; weight: number }

function readRange(text: string): Range {
  const [type = '', ...rest] = text.split(';').map((part) => part.trim())
  const parameters = new Map(
    rest.map((part) => [
      part.split('=')[0]!.trim().toLowerCase(),
      part
        .slice(part.indexOf('=') + 1)
        .trim()
        .replace(/^"(.*)"$/, '$1'),
    ]),
  )
  const weight = Number(parameters.get('q') ?? 1)
  return { type: type.toLowerCase(), parameters, weight: Number.isNaN(weight) ? 0 : weight }
}

function covers(range: Range, offer: Range): boolean {
  const [kind] = offer.type.split('/')
  if (range.type === '*/*' || range.type === `${kind}/*`) return true
  return (
    range.type === offer.type && [...offer.parameters].every(([name, value]) => range.parameters.get(name) === value)
  )
}
