/** The worker of the probe `realm`: says once what it sees, to its own page. */
import { readWorld } from './probes/realm/world.ts'

postMessage(readWorld())
