/** Markup that needs no escaping any more. */
export interface Html {
  readonly markup: string
}

type Value = string | number | Html | false | undefined | readonly Html[]

/** A template whose values are escaped unless they are markup themselves. */
export const html = (parts: TemplateStringsArray, ...values: readonly Value[]): Html => ({
  markup: parts.reduce((text, part, index) => text + textOf(values[index - 1]) + part),
})

const textOf = (value: Value): string => {
  if (value === undefined || value === false) return ''
  if (Array.isArray(value)) return value.map((one: Html) => one.markup).join('')
  return typeof value === 'object' ? (value as Html).markup : escape(String(value))
}

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.codePointAt(0) ?? 0};`)
