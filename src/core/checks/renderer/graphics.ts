/**
 * Names under which WebGL lists graphics that no chip draws, or a chip that belongs to a virtual machine.
 *
 * Source: of 14,192 visits of 2026 by all kinds of browsers (npm fingerprint-generator 2.1.88, Apache-2.0, 773
 * names; computed 2026-11-25) the names in brackets have: Microsoft Basic Render Driver (351), SwiftShader (68),
 * llvmpipe (1); Apple Paravirtual (3), Parallels (1). Those without a number come from the makers' drivers: Mesa
 * (softpipe, SVGA3D, virgl), VirtualBox, QEMU (QXL), Citrix, Microsoft (Hyper-V), Apple (read 2026-11-25).
 */

/** What draws in place of a graphics processor. */
export type GraphicsKind = 'software' | 'virtual'

const names: Readonly<Record<GraphicsKind, RegExp>> = {
  virtual:
    /VMware|SVGA3D|VirtualBox|VBoxSVGA|Parallels|Apple Paravirtual|\bvirgl\b|\bvirtio\b|\bQXL\b|Citrix|Hyper-V|Remote Display Adapter/i,
  software:
    /Microsoft Basic Render|SwiftShader|llvmpipe|softpipe|lavapipe|Software (Rasterizer|Renderer|Adapter)|GDI Generic/i,
}

/** What draws, by its name, and the part of the name that says so; undefined for a graphics processor. */
export function drawnWithout(renderer: string): { kind: GraphicsKind; name: string } | undefined {
  for (const kind of ['virtual', 'software'] as const) {
    const name = names[kind].exec(renderer)?.[0]
    if (name !== undefined) return { kind, name }
  }
  return undefined
}
