/**
 * Graphics processor, as WebGL names it.
 *
 * Out: Chromium and Safari name it by an extension, Firefox by RENDERER itself, of a common model "or similar". Safari
 * says "Apple GPU" on every Mac and iPhone.
 * Fails: `unsupported` without WebGL, which is also how Chromium answers on a computer without a graphics processor;
 * `blocked` where the name is the browser's own, as Firefox gives it to everybody when set to resist fingerprinting, or
 * where an extension stands in the way.
 * Source: https://registry.khronos.org/webgl/extensions/WEBGL_debug_renderer_info/, Firefox's
 * test_webgl_renderer_constant_rfp.html and test_renderer_strings.html on searchfox.org (read 2026-11-25). Chromium 147
 * tried on 2026-11-25.
 */
import { defineProbe } from '../probe.ts'
import type { Reading, SignalValue } from '../../core/signals.ts'

/** What browsers say in place of a name. */
const NAMELESS = new Set(['', 'Mozilla', 'WebKit', 'WebKit WebGL'])

export default defineProbe({
  name: 'renderer',
  async read() {
    // Making a context can hold the thread for long, so every other probe goes first.
    await new Promise((resolve) => setTimeout(resolve))
    return readRenderer()
  },
})

function readRenderer(): Reading<SignalValue<'renderer'>> {
  let gl: WebGLRenderingContext | null = null
  try {
    gl = document.createElement('canvas').getContext('webgl')
    if (gl === null) return { why: 'unsupported' }
    const own = named(gl, gl.VENDOR, gl.RENDERER)
    // Asked for only where needed: Firefox, which needs it not, warns of it in its console.
    const extension = own === undefined ? gl.getExtension('WEBGL_debug_renderer_info') : null
    const value =
      extension === null
        ? own
        : named(gl, extension.UNMASKED_VENDOR_WEBGL, extension.UNMASKED_RENDERER_WEBGL)
    return value === undefined ? { why: 'blocked' } : { value }
  } catch {
    return { why: 'blocked' }
  } finally {
    // Nothing stays: browsers keep only a few contexts, and each holds memory of the graphics processor.
    gl?.getExtension('WEBGL_lose_context')?.loseContext()
  }
}

/** What two parameters say; undefined where that names no graphics processor. */
function named(gl: WebGLRenderingContext, vendor: number, renderer: number) {
  const value = {
    vendor: String(gl.getParameter(vendor) ?? ''),
    renderer: String(gl.getParameter(renderer) ?? ''),
  }
  return NAMELESS.has(value.renderer) ? undefined : value
}
