/** Systems whose customers are phones. */
import type { SystemTable } from '../system-table.ts'

/**
 * Operators' systems that serve mobile customers alone, or nearly so, by country. Where one system carries lines to
 * homes in like number (Orange in France, Deutsche Telekom, China Mobile, SoftBank) it is left out: a home line taken
 * for a phone would be forgiven too much. Some also carry home access by radio, which behaves alike.
 * So most phones pass for homes: of 74 RIPE Atlas probes of 2023 on a phone network these systems hold 12, and none of 33
 * on Wi-Fi (2026-11-25).
 *
 * Source: names of the systems in @ip-location-db/asn 2.3.2026061719 (read 2026-11-25), with what the operators are known
 * for. Where a group's name hides the mobile part, the registry's name tells it: CELLCO-PART (AS6167, AS22394: Verizon
 * Wireless), ATT-MOBILITY (AS20057), Airtel GPRS (AS45609), TIM mobile (AS16232), Vivo (AS26599), USCC (AS6614).
 */
const BY_COUNTRY: Readonly<Record<string, readonly number[]>> = {
  AT: [25255],
  AU: [133612],
  BD: [24389, 24432, 45245],
  BO: [27882],
  BR: [22085, 26599, 26615],
  CA: [36522],
  CI: [36974],
  CL: [27680],
  CO: [26611, 27831],
  EC: [23487],
  EG: [36992, 37069],
  ES: [16299, 62352],
  ET: [328988],
  FR: [51207],
  GB: [25135, 35228, 60339, 206067],
  GH: [30986, 37140],
  HK: [9231, 9474, 17924, 137872],
  ID: [23693, 24203, 45727, 133798],
  IE: [13280],
  IL: [16116, 21450],
  IN: [38266, 45271, 45609, 55410, 55836],
  IR: [44244, 57218, 197207],
  IT: [16232, 24608],
  JP: [9605, 23720, 138384],
  KE: [36926],
  KR: [9644],
  KW: [29357, 42961],
  KZ: [29355, 29555, 48503],
  LK: [45356],
  LT: [13194],
  LV: [24921],
  MA: [36925],
  MX: [28403],
  MY: [4818, 10030, 38466],
  MZ: [37223],
  NG: [29465, 36873, 37076, 37148],
  NL: [31615],
  NP: [38565],
  PE: [12252, 21575],
  PH: [10139],
  PK: [24499, 45669, 56167, 58470, 59257, 138423],
  PL: [8374, 12912, 39603],
  PR: [11992],
  RO: [35725],
  RS: [44143],
  RU: [12958, 15378, 16345, 25159, 31133, 41330, 48190],
  RW: [36890],
  SA: [43766],
  SD: [36972, 36998],
  SE: [44034],
  SG: [45143],
  SV: [12127, 263783],
  TH: [9587, 131445, 132061, 132618, 133481],
  TR: [15897, 16135, 20978],
  TW: [9674, 17421, 24158],
  TZ: [36908, 37133],
  UA: [21497, 34058],
  UG: [20294, 37075],
  US: [6167, 6614, 17133, 18933, 20057, 21928, 22394, 46347, 395172, 396040, 398378],
  UY: [19422],
  VN: [131429],
  ZA: [16637, 29975, 37168],
  ZM: [36962, 37287],
}

/** Mobile operators. */
export const mobile: SystemTable = {
  kind: 'mobile',
  list: 'our table of mobile networks',
  builtOn: '2026-11-25',
  systems: new Map(
    Object.values(BY_COUNTRY)
      .flat()
      .map((asn) => [asn, null]),
  ),
}
