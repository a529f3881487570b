/** `npm run new:check -- <id>`: a new check to fill in. The meta tests name what is still empty. */
import { execFileSync } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { nameFault } from './check-name.ts'

/** A check that compiles and says nothing yet. */
function template(id: string): string {
  return `import { defineCheck } from '../check.ts'

export default defineCheck({
  id: '${id}',
  title: '',
  axis: 'place',
  group: null,
  why: '',
  innocent: [''],
  next: '',
  source: [''],
  needs: [],
  run() {
    return { outcome: 'not-applicable' }
  },
  examples: [],
})
`
}

const id = process.argv[2] ?? ''
const path = `src/core/checks/${id}.ts`
const fault = nameFault(id) ?? (existsSync(path) ? `${path} is there already` : null)
if (fault === null) {
  writeFileSync(path, template(id), { flag: 'wx' })
  execFileSync('npm', ['run', '--silent', 'gen'], { stdio: 'inherit' })
  console.log(`Fill in ${path}; npm run test:unit says what is missing.`)
} else {
  console.error(`Not made: ${fault}.`)
  process.exitCode = 1
}
