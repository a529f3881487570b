/** What is kept outside the tables: files, memory, the log, and what others keep. */

/** A place outside the database. */
interface Place {
  where: string
  what: string
  until: string
}

/** Files on the server. */
export const files: readonly Place[] = [
  {
    where: '`var/whereabouts.db` (`DATABASE_URL`), and `-wal`, `-shm` beside it',
    what: 'the tables above; mode 0600 in a folder with mode 0700',
    until:
      'as the tables say. What is deleted is overwritten (`secure_delete`), and the log of changes is emptied after erasing and letting go',
  },
  {
    where: 'PostgreSQL, where `DATABASE_URL` names one',
    what: 'the tables above',
    until: 'as the tables say; its dead rows until `VACUUM`, its archives as long as you keep them',
  },
  {
    where: '`var/whereabouts.db.key`',
    what: 'the key, where `SECRET_KEY` is not set; mode 0600',
    until:
      'you delete it. Without the key nothing encrypted can be read: deleting it erases all of it',
  },
  {
    where: '`.env` in the working directory',
    what: 'configuration with its secrets',
    until: 'you delete it',
  },
  {
    where: '`networks/` beside the database, where `IP_NETWORK_REFRESH` is set',
    what: 'lists of networks; nothing of any person',
    until: 'newer ones replace them',
  },
  {
    where: 'backups',
    what: 'the tables as they were, what was erased since included',
    until: 'you delete them',
  },
]

/** What is in the memory of the process and in no table. */
export const memory: readonly Place[] = [
  {
    where: 'limits on requests',
    what: 'address of the sender as a keyed hash, under a key made at each start, with a count',
    until: 'others push it out (5,000 a route), or the process ends',
  },
  {
    where: 'live connections',
    what: 'address and session of an open page; single round-trip times until they are summed up',
    until: 'the connection ends',
  },
  {
    where: 'a beacon',
    what: 'address, ticket and round-trip times of an open page; statements that the main server did not take yet',
    until:
      'the connection ends; the main server took them, at most what 10,000 pages give in two minutes',
  },
  {
    where: 'the printed key of the console, the secret of simulated candidates',
    what: 'random numbers, made at each start',
    until: 'the key is used; the process ends',
  },
  {
    where: 'people of Slack',
    what: 'name, zone, standing and groups of members who typed or pressed; used for a minute',
    until: '5,000 others push it out, or the process ends',
  },
  {
    where: 'calls of Discord',
    what: 'who joined, left or moved in any voice channel of a server, until it was looked up whether anybody named them',
    until: 'that was looked up, within moments; of those whom nobody named nothing stays',
  },
  {
    where: 'times of edits',
    what: 'which message was last touched when',
    until: '30 seconds after',
  },
]

/** What others keep, by their own rules. */
export const others: readonly Place[] = [
  {
    where: 'Slack, where a workspace is connected',
    what: 'cards and notes in the channel (name, stated place, verdict, findings, a map, decision, what the candidate wrote), private answers with the link, the Home tab with own cases',
    until:
      'cards are edited and notes removed when a case is erased; the Home tab is drawn anew when it is opened. Copies of maps that Slack fetched, direct messages with a link, earlier versions of edited messages and exports follow the workspace’s own retention',
  },
  {
    where: 'the browser of a recruiter',
    what: 'downloaded exports (`/verify export`)',
    until: 'they delete them',
  },
  {
    where: 'the meeting service',
    what: 'what it sees of anyone who follows its link; nothing is sent to it',
    until: 'by its own rules',
  },
]
