import { ownMember } from '../../kit/pure/json/json.ts'

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ownMember(entities, character)!)
}

/** Markup whose values are text: nothing that is put in can become a tag or leave an attribute. */
export function html(parts: TemplateStringsArray, ...values: (string | number)[]): string {
  return parts.map((part, index) => part + (index < values.length ? escape(String(values[index])) : '')).join('')
}
