/** Systems of schools, universities and the networks that connect them. */
import type { SystemTable } from '../system-table.ts'

/**
 * Words of names that only schools and universities bear, in the languages in which systems are named.
 * A few are hospitals or suppliers of schools; for what follows from the kind that makes no difference.
 */
const NAMES =
  /universi|üniversi|universid|univerzit|uniwersyt|\bunivers?\b|\bcolleges?\b|\bcollège|\bschools?\b|\bschool district|\bescuela|\bescola\b|\bpolytechni|\bpolit[eé]cni|politechnik|hochschule|\binstitute of technology\b|\binstituto tecnol[oó]gico\b|\bresearch (and|&) education\b|\beducation(al)? (and research )?network\b|\bacademic (and research )?network\b|\bboard of (education|regents)\b|\boffice of education\b/i

/**
 * Schools and universities by name, research networks by number.
 *
 * Source: names of the systems in @ip-location-db/asn 2.3.2026061719 (read 2026-11-25): of 91,065 systems the words
 * find 3,400 and more; the numbers are the national research networks that the words miss.
 */
export const education: SystemTable = {
  kind: 'education',
  list: 'our table of schools, universities and research networks',
  builtOn: '2026-11-25',
  names: NAMES,
  systems: new Map(
    [
      3, // MIT
      81, // MCNC, North Carolina
      137, // GARR, Italy
      237, // Merit, Michigan
      378, // IUCC, Israel
      559, // SWITCH, Switzerland
      680, // DFN, Germany
      766, // RedIRIS, Spain
      786, // Jisc, United Kingdom
      1101, // SURF, Netherlands
      1103, // SURF, Netherlands
      1213, // HEAnet, Ireland
      1653, // SUNET, Sweden
      1659, // TANet, Taiwan
      1741, // Funet, Finland
      1835, // Forskningsnettet, Denmark
      1853, // ACOnet, Austria
      1930, // FCCN, Portugal
      1955, // KIFU, Hungary
      2108, // CARNET, Croatia
      2152, // CENIC, California
      2200, // Renater, France
      224, // Sikt, Norway
      2611, // BELNET, Belgium
      2614, // RoEduNet, Romania
      2852, // CESNET, Czechia
      2907, // SINET, Japan
      4538, // CERNET, China
      4621, // UniNet, Thailand
      5408, // GRNET, Greece
      7575, // AARNet, Australia
      8501, // PIONIER, Poland
      9270, // KOREN, Korea
      11537, // Internet2
      17579, // KREONET, Korea
      20965, // GÉANT
      23855, // SingAREN
      24490, // TEIN
      27750, // RedCLARA
      36914, // KENET, Kenya
      1916, // RNP, Brazil
      2018, // TENET, South Africa
      6509, // CANARIE, Canada
      38022, // REANNZ, New Zealand
      55824, // NKN, India
    ].map((asn) => [asn, null]),
  ),
}
