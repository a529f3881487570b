/** Makes the console live: takes over what the server drew. */
import { hydrate } from 'preact'
import { ConsoleApp } from './console-app.tsx'
import type { ConsoleData } from './views.ts'

const root = document.getElementById('desk')
const data = document.getElementById('data')?.textContent
if (root !== null && data) hydrate(<ConsoleApp data={JSON.parse(data) as ConsoleData} />, root)
