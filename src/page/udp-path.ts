/** One check of the path that calls take: UDP, past a proxy that carries pages only. Nothing is sent but that check. */
import type { Absence } from '../core/signals.ts'

/** What our server lets the page in by. */
export interface UdpWay {
  ufrag: string
  password: string
  addresses: readonly { address: string; port: number }[]
}

/** All is over by then, ms. */
const LIMIT_MS = 3_000
/** Once one address of ours has answered, the others get this long, ms: longer than a round trip of most. */
const OTHERS_MS = 700

/**
 * Asks each address of ours for an answer. Our server sees where that comes from.
 *
 * Out: null when it arrived, else why not. Fails: never.
 */
export async function tryUdpPath(way: UdpWay): Promise<Absence | null> {
  let peer: RTCPeerConnection
  try {
    peer = new RTCPeerConnection()
  } catch {
    return 'blocked'
  }
  try {
    return await connect(peer, way)
  } catch {
    return 'error'
  } finally {
    peer.close()
  }
}

async function connect(peer: RTCPeerConnection, way: UdpWay): Promise<Absence | null> {
  let candidates = 0
  const arrived = new Promise<Absence | null>((resolve) => {
    setTimeout(resolve, LIMIT_MS, 'timeout')
    peer.onicecandidate = ({ candidate }) => {
      // The last one is empty. A browser that keeps the path private has no other.
      if (candidate?.candidate) candidates += 1
      else if (candidate === null && candidates === 0) resolve('blocked')
    }
    peer.oniceconnectionstatechange = () => {
      const state = peer.iceConnectionState
      if (state === 'failed') resolve('timeout')
      if (state !== 'connected') return
      if (way.addresses.length === 1) resolve(null)
      else setTimeout(resolve, OTHERS_MS, null)
    }
  })
  peer.createDataChannel('')
  await peer.setLocalDescription(await peer.createOffer())
  await peer.setRemoteDescription({ type: 'answer', sdp: answerOf(way) })
  return arrived
}

/** No channel ever opens, so that the fingerprint, which has to be there, is nobody's. Source: RFC 8839, RFC 8841 (read 2026-11-25). */
function answerOf({ ufrag, password, addresses }: UdpWay): string {
  const lines = [
    'v=0',
    'o=- 1 1 IN IP4 0.0.0.0',
    's=-',
    't=0 0',
    'a=ice-lite',
    'm=application 9 UDP/DTLS/SCTP webrtc-datachannel',
    'c=IN IP4 0.0.0.0',
    'a=mid:0',
    `a=ice-ufrag:${ufrag}`,
    `a=ice-pwd:${password}`,
    `a=fingerprint:sha-256 ${Array(32).fill('00').join(':')}`,
    'a=setup:passive',
    'a=sctp-port:5000',
    ...addresses.map(
      ({ address, port }, i) =>
        `a=candidate:${i + 1} 1 udp ${2130706431 - i} ${address} ${port} typ host`,
    ),
    'a=end-of-candidates',
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}
