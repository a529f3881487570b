/** How often ordinary visits have graphics that the check `renderer` speaks of: names of 2026 with their counts. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { drawnWithout } from '../../src/core/checks/renderer/graphics.ts'
import { policy } from '../../src/core/weights.ts'

const rows = parse(gunzipSync(readFileSync('test/fixtures/renderers.csv.gz')), {
  columns: true,
}) as { renderer: string; visits: string }[]

function visitsOf(kind?: 'software' | 'virtual'): number {
  return rows
    .filter(({ renderer }) => kind === undefined || drawnWithout(renderer)?.kind === kind)
    .reduce((sum, { visits }) => sum + Number(visits), 0)
}

test('of 14,192 visits 420 are drawn by software and 4 by a virtual machine', () => {
  expect(rows).toHaveLength(773)
  expect({
    all: visitsOf(),
    software: visitsOf('software'),
    virtual: visitsOf('virtual'),
  }).toEqual({ all: 14_192, software: 420, virtual: 4 })
})

test('drivers that name a compiler, a maker of systems or a workstation are processors', () => {
  const names = [
    'ANGLE (AMD, AMD Radeon 660M (radeonsi rembrandt LLVM 20.1.2), OpenGL 4.6)',
    'ANGLE (Intel, Intel(R) G41 Express Chipset (Microsoft Corporation - WDDM 1.1) Direct3D9Ex)',
    'ANGLE (NVIDIA, NVIDIA Quadro RTX 3000 Direct3D11 vs_5_0 ps_5_0, D3D11)',
    'ANGLE (Mesa, zink Vulkan 1.4(NVIDIA GeForce RTX 3070 (NVK GA104) (MESA_NVK)), OpenGL ES 3.2)',
    'GeForce GTX 980, or similar',
  ]
  expect(names.filter((name) => drawnWithout(name) !== undefined)).toEqual([])
})

test.each([
  ['ANGLE (VMware, SVGA3D; build: RELEASE; LLVM;, OpenGL 4.3)', 'virtual'],
  ['ANGLE (Red Hat, virgl (LLVMPIPE (LLVM 15.0.6 256 bits)), OpenGL ES 3.2)', 'virtual'],
  ['Parallels using AMD Radeon Pro 560 OpenGL Engine', 'virtual'],
  ['ANGLE (Apple, ANGLE Metal Renderer: Apple Paravirtual device, Unspecified Version)', 'virtual'],
  ['llvmpipe (LLVM 15.0.7, 256 bits)', 'software'],
  ['Apple Software Renderer', 'software'],
])('%s: %s', (name, kind) => {
  expect(drawnWithout(name)?.kind).toBe(kind)
})

test('what one visit in thirty has keeps nobody from “consistent” by itself', () => {
  const levels = policy.checks['renderer']?.levels
  expect(levels?.['software']?.bans).toBeLessThanOrEqual(0.3)
  expect(levels?.['virtual']?.bans).toBeLessThanOrEqual(0.3)
})
