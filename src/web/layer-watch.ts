/** The layers below one live socket: the kernel's round trip beside that of the page's answers. */
import type { FastifyRequest } from 'fastify'
import { isNewOfLayers } from '../core/layers.ts'
import type { Reading, SignalValue, Vantage } from '../core/signals.ts'
import { watchKernel } from '../echo/kernel-watch.ts'
import type { ReadTcpInfo } from '../echo/tcp-info.ts'
import type { Hops } from './proxies.ts'

type Layers = SignalValue<'layers'>

/** A watched connection. */
export interface LayerWatch {
  /** An echo came: the kernel is asked as well, whose own minimum forgets after 300 s. */
  look(): void
  /** What is known with these samples. Out: undefined where it says nothing new. */
  read(vantage: Vantage | null, samplesMs: readonly number[]): Reading<Layers> | undefined
}

/** Watches the connection of a request. TLS ends at a proxy, so that gap and handshake are not ours to see. */
export function watchLayers(request: FastifyRequest, hops: Hops, read: ReadTcpInfo): LayerWatch {
  const kernel = watchKernel(request.raw.socket, read)
  let echoMinMs = Infinity
  let said: Layers | undefined
  let saidAbsent = false

  /** To the browser: behind a proxy the way to it and the way from it on. */
  function kernelMinMs(): number | null {
    if (hops.kind === 'proxied') return null
    return hops.kind === 'edge' ? hops.edgeMs + (kernel.minMs ?? 0) : kernel.minMs
  }

  return {
    look: () => kernel.look(),
    read(vantage, samplesMs) {
      echoMinMs = Math.min(echoMinMs, ...samplesMs)
      const least = kernelMinMs()
      if (least === null) {
        if (saidAbsent) return undefined
        saidAbsent = true
        return { why: 'unsupported' }
      }
      const now: Layers = {
        vantage,
        echoMinMs,
        kernelMinMs: least,
        helloGapMs: null,
        flightExtraMs: null,
        sendMss: hops.kind === 'direct' ? kernel.sendMss : null,
        connections: 1,
      }
      if (!isNewOfLayers(said, now)) return undefined
      said = now
      return { value: now }
    },
  }
}
