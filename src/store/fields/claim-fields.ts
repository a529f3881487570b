/** What is inside the encrypted claims and declarations. */
import type { Claims, Declared, Place } from '../../core/claim.ts'

/** What each claim is for. All of them are in `cases.claims`. */
export const claimFields: { readonly [K in keyof Claims]-?: string } = {
  name: 'tells the manager whose card it is',
  email: 'whom the link is for; finds other cases with the same one, by its hash',
  phone:
    'as written; finds other cases with the same one, by its hash; what the numbering plans say of it',
  place: 'what everything is compared with',
}

/** What each part of a claimed place is for; resolved from shipped files. */
export const placeFields: { readonly [K in keyof Place]-?: string } = {
  label: 'shown to people',
  country: 'compared with the country of the address',
  lat: 'distance to our servers and to the place of the address',
  lon: 'distance to our servers and to the place of the address',
  zone: 'compared with the zone of the device; the window in the candidate’s own time',
}

/** What each declaration is for. All of them are in `rounds.declared`. */
export const declaredFields: { readonly [K in keyof Declared]-?: string } = {
  travel: 'another place is then expected',
  vpn: 'the address then says where the exit is, and weighs nothing',
  remoteDesktop: 'distance and zone of another computer are then expected',
  assistive:
    'how somebody moves, types or reacts is then never held against them; not shown on cards',
}
