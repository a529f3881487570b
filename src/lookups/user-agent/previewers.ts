/** Programs that open links on somebody's behalf: their visits say nothing of a candidate and must use no link up. */

/**
 * Parts of the names under which they come, in small letters.
 *
 * Source: the makers' own pages on their crawlers, as known on 2026-11-22: Slack "Robots", Discord, Telegram, Meta
 * "Web Crawlers", X "Cards", LinkedIn, Microsoft (Teams, Skype, Outlook Safe Links, Bing), Google "Common crawlers"
 * and "User-triggered fetchers", Apple "Applebot"; for scanners the names they leave in public web server logs;
 * for programs their documented default User-Agent. Scanners that pose as browsers cannot be told by name.
 */
const NAMES = [
  // chat and social networks
  'slackbot',
  'slack-imgproxy',
  'discordbot',
  'telegrambot',
  'whatsapp',
  'facebookexternalhit',
  'facebookcatalog',
  'facebot',
  'meta-externalagent',
  'meta-externalfetcher',
  'twitterbot',
  'linkedinbot',
  'skypeuripreview',
  'microsoftpreview',
  'msteams-linkpreview',
  'bingpreview',
  'mattermost-bot',
  'rocket.chat',
  'viberbot',
  'line-poker',
  'kakaotalk-scrap',
  'redditbot',
  'pinterestbot',
  'pinterest/0.',
  'mastodon/',
  'bluesky cardyb',
  'synapse (bot', // Matrix
  'iframely',
  'embedly',
  'opengraph',
  'vkshare',
  'zoombot',
  // mail and security scanners
  'google-safety',
  'googleimageproxy',
  'yahoomailproxy',
  'barracuda',
  'mimecast',
  'proofpoint',
  'safelinks',
  'ms-office',
  'microsoft office',
  'symantec',
  'messagelabs',
  'fireeye',
  'sophos',
  'trendmicro',
  'ironport',
  'virustotal',
  'urlscan',
  'paloaltonetworks',
  // search engines and assistants
  'googlebot',
  'google-read-aloud',
  'googleother',
  'google-inspectiontool',
  'mediapartners-google',
  'apis-google',
  'bingbot',
  'applebot',
  'yandex.com/bots',
  'baiduspider',
  'duckduckbot',
  'amazonbot',
  'petalbot',
  'gptbot',
  'oai-searchbot',
  'chatgpt-user',
  'claudebot',
  'claude-user',
  'perplexitybot',
  'ahrefsbot',
  'semrushbot',
  // libraries and command lines
  'curl/',
  'wget/',
  'python-requests',
  'python-urllib',
  'python-httpx',
  'aiohttp',
  'go-http-client',
  'java/',
  'okhttp/',
  'apache-httpclient',
  'libwww-perl',
  'rest-client/',
  'faraday v',
  'axios/',
  'node-fetch',
  'undici',
  'got (',
  'guzzlehttp',
  'powershell/',
  'httpie',
  'postmanruntime',
  'scrapy',
]

/** Whether a header names such a program; one that names none at all (empty) does not come from a browser. */
export function isPreviewerName(header: string): boolean {
  if (header.trim() === '') return true
  const small = header.toLowerCase()
  return NAMES.some((name) => small.includes(name))
}
