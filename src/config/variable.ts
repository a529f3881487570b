/** What a variable of the environment is, and how the common kinds are read. */
import { z } from 'zod'

/** One variable: what `.env.example` and the faults say of it. */
export interface ConfigField {
  name: string
  /** One line; no period at the end. */
  help: string
  /** Never printed. */
  secret: boolean
  default?: string
  example?: string
}

/** A variable with how it is read. */
export interface Variable<T> extends ConfigField {
  parse: z.ZodType<T, string>
}

/** Declares a variable. */
export function variable<T>(field: Variable<T>): Variable<T> {
  return field
}

/** A whole number between two, both included. */
export const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d+$/, 'must be a whole number')
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be ${least} to ${most}`)

/** A secret of a least length; never repeated in a fault. */
export const secret = (least: number) =>
  z.string().min(least, {
    error: (issue) => `must have at least ${least} characters, has ${String(issue.input).length}`,
  })
