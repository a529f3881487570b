/** Texts that go with a number, by the plural forms that a language has. */

/** One text for each form that differs; languages without plural forms have `other` alone. `{count}` is the number. */
export type Plural = { other: string } & Partial<
  Record<Exclude<Intl.LDMLPluralRule, 'other'>, string>
>

/** Declares one. */
export function plural(forms: Plural): Plural {
  return forms
}

/** The text for a number, written as the language writes numbers. */
export function counted(locale: string, forms: Plural, count: number): string {
  const text = forms[new Intl.PluralRules(locale).select(count)] ?? forms.other
  return text.replaceAll('{count}', new Intl.NumberFormat(locale).format(count))
}
