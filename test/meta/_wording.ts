/** Words that the product never says. */

/** Words that accuse, or name a group of people that is accused. */
export const accusing =
  /\b(fraud\w*|fake\w*|liars?|lying|suspicious\w*|suspici?on\w*|suspects?|suspected|criminals?|crimes?|impost[eo]rs?|scam\w*|cheat\w*|crooks?|deceiv\w*|deceit\w*|decepti\w*|dishonest\w*|guilt\w*|malicious\w*|culprits?|perpetrators?|offenders?|foreigners?|immigrants?|north korea\w*|dprk)\b/i

/** Zones such as Indian/Maldives and the ocean are places, not people. */
export const nationality = new RegExp(
  `\\b(${[
    'Afghan|Albanian|Algerian|American|Argentin(e|ian)|Armenian|Australian|Austrian|Bangladeshi|Belarusian|Belgian',
    'Brazilian|British|Bulgarian|Canadian|Chilean|Chinese|Colombian|Croatian|Cuban|Czech|Danish|Dutch|Egyptian',
    'Ethiopian|Filipino|Finnish|French|German|Ghanaian|Greek|Hungarian|Indian|Indonesian|Iranian|Iraqi|Irish|Israeli',
    'Italian|Japanese|Kenyan|Korean|Lebanese|Lithuanian|Malaysian|Mexican|Moroccan|Nepali|Nigerian|Norwegian|Pakistani',
    'Peruvian|Polish|Portuguese|Romanian|Russian|Saudi|Serbian|Spanish|Sri Lankan|Swedish|Swiss|Syrian|Taiwanese|Thai',
    'Turkish|Ukrainian|Venezuelan|Vietnamese',
  ].join('|')})s?\\b(?!/| Ocean)`,
)
