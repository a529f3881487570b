/** Words that the product never says. */

/** Any of these as a word of its own. */
const anyOf = (...words: readonly string[]) => new RegExp(`\\b(${words.join('|')})\\b`, 'i')

/** Words that accuse, or name a group of people that is accused. */
export const accusing = anyOf(
  'fraud\\w*|fake\\w*|liars?|lying|suspicious\\w*|suspici?on\\w*|suspects?|suspected|criminals?|crimes?',
  'impost[eo]rs?|scam\\w*|cheat\\w*|crooks?|deceiv\\w*|deceit\\w*|decepti\\w*|dishonest\\w*|guilt\\w*|malicious\\w*',
  'culprits?|perpetrators?|offenders?|bogus|phony|phoney|untrustworthy|con (?:wo)?m[ae]n|con artists?',
  'spy|spies|spying|espionage|operatives?|infiltrat\\w*|terroris\\w*|adversar\\w*|bad actors?|threat actors?',
  'red[- ]flags?|red[- ]flagged|high[- ]risk|blacklist\\w*|convict(?:s|ed)?|illegals|aliens?',
  'foreigners?|immigrants?|north korea\\w*|dprk|d\\.p\\.r\\.k\\.?|dpr korea\\w*',
)

/** Zones such as Indian/Maldives and the ocean are places, not people. */
export const nationality = new RegExp(
  `\\b(${[
    'Afghan|Albanian|Algerian|American|Angolan|Arab|Argentin(e|ian)|Armenian|Asian|African|Australian|Austrian|Bangladeshi',
    'Belarusian|Belgian|Bolivian|Bosnian|Brazilian|British|Bulgarian|Burmese|Cambodian|Cameroonian|Canadian|Caucasian|Chilean',
    'Chinese|Colombian|Congolese|Croatian|Cuban|Cypriot|Czech|Danish|Dominican|Dutch|Ecuadorian|Egyptian|Emirati|Estonian',
    'Ethiopian|Filipino|Finnish|French|German|Ghanaian|Greek|Guatemalan|Haitian|Hindu|Hispanic|Hungarian|Icelandic|Indian',
    'Indonesian|Iranian|Iraqi|Irish|Israeli|Italian|Japanese|Jewish|Kazakh|Kenyan|Korean|Laotian|Latin[ao]|Latvian|Lebanese',
    'Libyan|Lithuanian|Macedonian|Malaysian|Mexican|Moldovan|Mongolian|Moroccan|Muslim|Nepali|Nigerian|Norwegian|Pakistani',
    'Palestinian|Peruvian|Polish|Portuguese|Romanian|Russian|Rwandan|Saudi|Senegalese|Serbian|Singaporean|Slavic|Slovak',
    'Slovenian|Somali|Spanish|Sri Lankan|Sudanese|Swedish|Swiss|Syrian|Taiwanese|Tanzanian|Thai|Tunisian|Turkish|Ugandan',
    'Ukrainian|Uzbek|Venezuelan|Vietnamese|Yemeni|Zambian|Zimbabwean',
  ].join('|')})s?\\b(?!/| Ocean)`,
)

/** What a finding never speaks of: traits of people, which no check may see. Notices say that they are not read. */
export const traits = anyOf(
  'accents?|ethnic\\w*|nationalit\\w*|citizen\\w*|native speakers?|mother tongue|surnames?|first names?|visas?|passports?',
  'races?|racial|religio\\w*|gender|skin|foreign|immigra\\w*|dialects?|keyboard layouts?|browser languages?',
)

/** IPv4, or IPv6 with at least three groups. */
export const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b|\b(?:[0-9a-f]{1,4}:){2,7}:?[0-9a-f]{1,4}\b/i
