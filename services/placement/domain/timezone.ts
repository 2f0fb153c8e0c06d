/**
 * Whether the text names an IANA time zone. Intl also takes offsets such as "+02:00", which know nothing of summer
 * time and are refused here.
 */
export function isTimezone(text: string): boolean {
  if (!/^[A-Za-z][A-Za-z0-9+\-_/]{0,63}$/.test(text)) return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: text })
    return true
  } catch {
    return false
  }
}
