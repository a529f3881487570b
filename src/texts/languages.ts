/** The languages that a candidate can read, and which of them a browser asks for. */

/** BCP 47 tags; English first, for who asks for none of them. */
export const languages = ['en', 'es', 'pt', 'fr', 'de', 'ja', 'ko', 'zh-Hans'] as const

/** One of them. */
export type Language = (typeof languages)[number]

/** Longest header that is read, and most wishes of it: browsers send a handful. */
const MOST = { characters: 500, wishes: 20 } as const

/** Scripts and regions that write Chinese in traditional characters, which are not the simplified ones we have. */
const TRADITIONAL = /^zh-(hant|tw|hk|mo)\b/

/**
 * The language to show a page in.
 *
 * In: the header Accept-Language, which may be anything. The choice is for this answer alone: it is not kept, compared
 * or logged. Source: RFC 9110, 12.5.4.
 */
export function chooseLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, MOST.characters)
    .split(',')
    .slice(0, MOST.wishes)
    .map((wish) => {
      const [tag = '', ...parameters] = wish
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/)
      const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2)
      return { tag, quality: quality === undefined ? 1 : Number(quality) }
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality)
  for (const { tag } of wishes) {
    if (TRADITIONAL.test(tag)) continue
    const [spoken] = tag.split('-')
    const found = languages.find((language) => language.split('-')[0] === spoken)
    if (found !== undefined) return found
  }
  return 'en'
}

/** What `Intl` is asked for: English times as the rest of the product shows them, day before month and 24 hours. */
export function localeOf(language: Language): string {
  return language === 'en' ? 'en-GB' : language
}
