/** What a candidate or an application states about themselves. */
import { z } from 'zod'
import { fill } from '../texts/fill.ts'
import { managers } from '../texts/managers.ts'
import { mailAddressSchema } from './mail-address.ts'

const { faults } = managers.commands

/** Invisible marks that turn the direction of text; phones add them when a number is copied. Dropped, not refused. */
const DIRECTION_MARKS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g

/** Code points that would corrupt a database or a terminal: NUL and other controls, lone surrogates. */
const UNSAFE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F]|\p{Surrogate}/u

/**
 * One line of text that a person typed: 1…max characters after trimming, without control characters.
 *
 * Fails: with a message that names the limit and what was got.
 */
export function line(max: number) {
  return text(max).refine((value) => !/[\r\n]/.test(value), faults.oneLine)
}

/** Several lines of text that a person typed: 1…max characters after trimming, without control characters. */
export function paragraph(max: number) {
  return text(max)
}

function text(max: number) {
  return z
    .string()
    .transform((value) => value.replace(DIRECTION_MARKS, '').trim())
    .refine((value) => value.length > 0, faults.empty)
    .refine((value) => value.length <= max, {
      error: (issue) => fill(faults.tooLong, { most: max, got: String(issue.input).length }),
    })
    .refine((value) => !UNSAFE.test(value), faults.control)
}

/** A place that a claim resolved to: a populated place of the gazetteer. */
export const placeSchema = z.object({
  /** GeoNames-style display name: "Austin, Texas, United States". */
  label: z.string().min(1).max(200),
  /** ISO 3166-1 alpha-2. */
  country: z.string().regex(/^[A-Z]{2}$/, faults.country),
  lat: z.number().min(-90).max(90),
  lon: z.number().min(-180).max(180),
  /** IANA zone at the place. */
  zone: z.string().min(1).max(64),
})

/** A claimed place, resolved. */
export type Place = z.infer<typeof placeSchema>

/** What the candidate (or the manager for them) declared beforehand; each makes a reading expected rather than odd. */
export const declaredSchema = z.object({
  travel: z.boolean().default(false),
  vpn: z.boolean().default(false),
  remoteDesktop: z.boolean().default(false),
  assistive: z.boolean().default(false),
})

/** Declarations of one round. */
export type Declared = z.infer<typeof declaredSchema>

/** Nothing declared. */
export const NOTHING_DECLARED: Declared = {
  travel: false,
  vpn: false,
  remoteDesktop: false,
  assistive: false,
}

/** The personal part of a case: kept encrypted, erased by `forget`. */
export const claimsSchema = z.object({
  name: line(200),
  email: mailAddressSchema,
  /** As written: the way a number is written is never normalised away. */
  phone: line(40).optional(),
  place: placeSchema,
})

/** Claims of one case. */
export type Claims = z.infer<typeof claimsSchema>

/** A link to a meeting: https only, so that a click can do nothing but open a page. */
const meetingUrlSchema = z.url({ protocol: /^https$/, error: faults.meeting }).max(2000)

/** What is stated of a case besides its place, which the gazetteer resolves, and its window. */
export const caseDetailsSchema = z.object({
  candidate: claimsSchema.omit({ place: true }),
  meetingUrl: meetingUrlSchema.optional(),
  opening: line(120).optional(),
  declared: declaredSchema.default(NOTHING_DECLARED),
})
