import type { CandidateMail } from '../../src/usecases/ports.ts'

/** A mail as the use cases write it. */
export function aMail(changes: Partial<CandidateMail> = {}): CandidateMail {
  const startAt = Date.parse('2026-11-23T21:00:00Z')
  return {
    id: 'mail_01k',
    kind: 'invitation',
    at: startAt - 86_400_000,
    to: { name: 'Jane Doe', address: 'jane@example.com' },
    link: 'https://verify.example.com/i/secret-token',
    company: 'Example Ltd',
    recruiter: 'Alex Kim',
    contact: 'jobs@example.com',
    opening: 'Backend Engineer',
    window: { startAt, endAt: startAt + 2_700_000 },
    zones: { place: 'America/Chicago', recruiter: 'Europe/Berlin' },
    opensAt: startAt - 1_800_000,
    controlCheck: true,
    ...changes,
  }
}
