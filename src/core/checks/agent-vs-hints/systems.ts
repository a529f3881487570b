/** Which operating system each of a browser's names for it stands for, and which of them go together. */

/** Family of an operating system. */
export type System = 'windows' | 'mac' | 'ios' | 'android' | 'chromeos' | 'linux'

/** For people: each family. */
export const systemWords: Readonly<Record<System, string>> = {
  windows: 'Windows',
  mac: 'macOS',
  ios: 'iOS',
  android: 'Android',
  chromeos: 'ChromeOS',
  linux: 'Linux',
}

/** Systems that Android and ChromeOS pass for, and that share a kernel and its name. */
const linuxes: readonly System[] = ['linux', 'android', 'chromeos']

/** A Mac and an iPad name each other: pages for desktops are what an iPad asks for. */
const apples: readonly System[] = ['mac', 'ios']

/**
 * The system of a User-Agent header, by the name that the parser gives it, with or without a version.
 *
 * Out: undefined for a system of televisions, consoles and the like, and for none.
 */
export function systemOfAgent(os: string | null): System | undefined {
  if (os === null) return undefined
  if (/^windows/i.test(os)) return 'windows'
  if (/^mac ?os/i.test(os)) return 'mac'
  if (/^(ios|ipados)\b/i.test(os)) return 'ios'
  if (/^android/i.test(os)) return 'android'
  if (/^(chromium|chrome) ?os/i.test(os)) return 'chromeos'
  return /^(linux|ubuntu|debian|fedora|mint|arch|gentoo|suse|red ?hat|centos)\b/i.test(os)
    ? 'linux'
    : undefined
}

/** Source: MDN, Sec-CH-UA-Platform, list of values; the eighth is "Unknown" (read 2026-11-25). */
const hinted: ReadonlyMap<string, System> = new Map([
  ['Windows', 'windows'],
  ['macOS', 'mac'],
  ['iOS', 'ios'],
  ['Android', 'android'],
  ['Chrome OS', 'chromeos'],
  ['Chromium OS', 'chromeos'],
  ['Linux', 'linux'],
])

/** The system of a Client Hint. Out: undefined for "Unknown" and other values. */
export function systemOfHint(platform: string | null): System | undefined {
  return platform === null ? undefined : hinted.get(platform)
}

/**
 * The systems that `navigator.platform` may stand for. Out: undefined for values that stand for none.
 *
 * "Win32" is said by every Windows, also on 64 bits and ARM; "Linux armv81" by Android; "Linux x86_64" by ChromeOS.
 */
export function systemsOfPlatform(platform: string | null): readonly System[] | undefined {
  if (platform === null) return undefined
  if (/^Win/.test(platform)) return ['windows']
  if (/^(Mac|iP(hone|ad|od))/.test(platform)) return apples
  return /^(Linux|Android|X11|CrOS)/.test(platform) ? linuxes : undefined
}

/**
 * Whether a browser may name one system in its User-Agent and the other in a Client Hint.
 *
 * Linux in both is what Chrome on Android says when pages for desktops are asked for; others change one only.
 */
export function goTogether(agent: System, hint: System): boolean {
  if (agent === 'linux') return linuxes.includes(hint)
  if (agent === 'chromeos') return hint === 'chromeos' || hint === 'linux'
  if (agent === 'mac') return apples.includes(hint)
  return agent === hint
}
