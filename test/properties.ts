/** Before each file of tests: how property tests draw. */
import fc from 'fast-check'

/** Any number serves; it is only the same each time. */
const SEED = 20_261_125

// In CI a change is judged by the same draws as the change before it; at a desk each run explores draws of its own.
if (process.env['CI'] !== undefined) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: SEED })
