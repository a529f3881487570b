/** Every cookie that we set: docs/stored-data.md lists them from here. */

const DAY_S = 86_400

/** A cookie. All are HttpOnly, and Secure where we are reached by https. */
export interface CookieRule {
  name: string
  path: string
  /** `strict` where only forms of our own pages need it; `lax` where the candidate comes back from a mail or a chat. */
  sameSite: 'strict' | 'lax'
  maxAgeS: number
  /** Whose browser it is in, and when it is set. */
  set: string
  /** What it is for, and what it holds. */
  purpose: string
}

/** The cookies. */
export const cookies = {
  /** A browser's visit: proves that a form comes from a page we served to it. */
  visit: {
    name: 'wb_visit',
    path: '/',
    sameSite: 'strict',
    maxAgeS: 7 * DAY_S,
    set: 'the candidate’s, by the first page, before **Continue**',
    purpose: 'ties forms to the browser that was shown them; a random number that is kept nowhere',
  },
  /** The one session that a browser holds. */
  session: {
    name: 'wb_session',
    path: '/',
    sameSite: 'lax',
    maxAgeS: DAY_S,
    set: 'the candidate’s, by **Continue**',
    purpose: 'binds the link to this browser; only its hash is kept',
  },
  /** On a second device: the code it typed and the secret it waits with. */
  waiting: {
    name: 'wb_waiting',
    path: '/',
    sameSite: 'strict',
    maxAgeS: 900,
    set: 'the candidate’s second one, when it types the code',
    purpose: 'the code and a random number, until the first device answers',
  },
  /** On the first device: the code that it offers. */
  move: {
    name: 'wb_move',
    path: '/',
    sameSite: 'strict',
    maxAgeS: 600,
    set: 'the candidate’s, by **Use another device**',
    purpose: 'the code that is typed on the other device',
  },
  /** A console that was opened with the printed key. */
  console: {
    name: 'wb_console',
    path: '/console',
    sameSite: 'strict',
    maxAgeS: 30 * DAY_S,
    set: 'a recruiter’s, by the printed address of the console',
    purpose: 'remembers that this browser had the key; only its hash is kept',
  },
} as const satisfies Record<string, CookieRule>

/** What a cookie is set with. In: whether we are reached by https. */
export function cookieOptions({ path, sameSite, maxAgeS }: CookieRule, secure: boolean) {
  return { path, sameSite, maxAge: maxAgeS, httpOnly: true, secure } as const
}
