/** The first tables. */
import { sql } from 'kysely'
import { required, type Engine } from '../engine.ts'
import type { Db } from '../schema.ts'

/** Makes the first tables. */
export async function initial(db: Db, engine: Engine): Promise<void> {
  await cases(db)
  await access(db)
  await readings(db, engine)
  await decisions(db, engine)
  await messages(db, engine)
  await records(db, engine)
}

async function cases({ schema }: Db): Promise<void> {
  await schema
    .createTable('cases')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('state', 'text', required)
    .addColumn('claims', 'text')
    .addColumn('opening', 'text')
    .addColumn('email_hash', 'text')
    .addColumn('phone_hash', 'text')
    .addColumn('platform', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('requester_platform', 'text', required)
    .addColumn('requester_id', 'text', required)
    .addColumn('requester_name', 'text', required)
    .addColumn('simulated', 'integer', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('updated_at', 'bigint', required)
    .execute()
  await schema.createIndex('cases_created').on('cases').columns(['created_at', 'id']).execute()
  await schema.createIndex('cases_email').on('cases').column('email_hash').execute()
  await schema.createIndex('cases_phone').on('cases').column('phone_hash').execute()
  await schema
    .createTable('rounds')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
    .addColumn('number', 'integer', required)
    .addColumn('state', 'text', required)
    .addColumn('start_at', 'bigint', required)
    .addColumn('end_at', 'bigint', required)
    .addColumn('zone', 'text', required)
    .addColumn('meeting_url', 'text')
    .addColumn('control_check', 'integer', required)
    .addColumn('declared', 'text')
    .addColumn('simulated_vantage', 'text')
    .addColumn('created_at', 'bigint', required)
    .addColumn('bound_at', 'bigint')
    .addColumn('joined_at', 'bigint')
    .addColumn('closed_at', 'bigint')
    .addUniqueConstraint('rounds_number', ['case_id', 'number'])
    .execute()
  await schema.createIndex('rounds_state').on('rounds').columns(['state', 'end_at']).execute()
  await schema.createIndex('rounds_end').on('rounds').column('end_at').execute()
}

async function access({ schema }: Db): Promise<void> {
  await schema
    .createTable('links')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('state', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .execute()
  await schema.createIndex('links_round').on('links').column('round_id').execute()
  await schema
    .createTable('sessions')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .addColumn('hash', 'text', (column) => column.notNull().unique())
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('state', 'text', required)
    .addColumn('network_hash', 'text', required)
    .addColumn('created_at', 'bigint', required)
    .addColumn('last_seen_at', 'bigint', required)
    .execute()
  await schema.createIndex('sessions_round').on('sessions').column('round_id').execute()
  // One browser holds a round, whatever happens at the same moment.
  await schema
    .createIndex('sessions_current')
    .unique()
    .on('sessions')
    .column('round_id')
    .where(sql.ref('state'), 'in', ['bound', 'joined'])
    .execute()
  await schema
    .createTable('grants')
    .addColumn('hash', 'text', (column) => column.primaryKey().notNull())
    .addColumn('kind', 'text', required)
    .addColumn('subject', 'text', required)
    .addColumn('state', 'text', required)
    .addColumn('expires_at', 'bigint', required)
    .execute()
  await schema.createIndex('grants_subject').on('grants').column('subject').execute()
  await schema.createIndex('grants_expiry').on('grants').column('expires_at').execute()
}

async function readings({ schema }: Db, engine: Engine): Promise<void> {
  await engine
    .withSequence(schema.createTable('previews'))
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('method', 'text', required)
    .addColumn('previewer', 'integer', required)
    .execute()
  await schema.createIndex('previews_round').on('previews').column('round_id').execute()
  await engine
    .withSequence(schema.createTable('signals'))
    .addColumn('id', 'text', required)
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('session_id', 'text')
    .addColumn('name', 'text', required)
    .addColumn('source', 'text', required)
    .addColumn('at', 'bigint', required)
    .addColumn('reading', 'text', required)
    .execute()
  await schema.createIndex('signals_round').on('signals').columns(['round_id', 'at']).execute()
  await engine
    .withSequence(schema.createTable('verdicts'))
    .addColumn('id', 'text', required)
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('at', 'bigint', required)
    .addColumn('overall', 'text', required)
    .addColumn('verdict', 'text', required)
    .addColumn('evidence', 'text')
    .execute()
  await schema.createIndex('verdicts_round').on('verdicts').columns(['round_id', 'at']).execute()
}

async function decisions({ schema }: Db, engine: Engine): Promise<void> {
  await engine
    .withSequence(schema.createTable('reviews'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('case_id', 'text', (column) => column.notNull().references('cases.id'))
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('by_platform', 'text', required)
    .addColumn('by_id', 'text', required)
    .addColumn('by_name', 'text', required)
    .addColumn('decision', 'text', required)
    .addColumn('reason', 'text')
    .addColumn('at', 'bigint', required)
    .execute()
  await schema.createIndex('reviews_case').on('reviews').column('case_id').execute()
  await engine
    .withSequence(schema.createTable('requests'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('round_id', 'text', (column) => column.notNull().references('rounds.id'))
    .addColumn('kind', 'text', required)
    .addColumn('text', 'text')
    .addColumn('at', 'bigint', required)
    .execute()
  await schema.createIndex('requests_round').on('requests').column('round_id').execute()
}

async function messages({ schema }: Db, engine: Engine): Promise<void> {
  await engine
    .withSequence(schema.createTable('outbox'))
    .addColumn('key', 'text', required)
    .addColumn('slot', 'text', (column) => column.unique())
    .addColumn('living', 'integer', required)
    .addColumn('case_id', 'text')
    .addColumn('round_id', 'text')
    .addColumn('platform', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('card', 'text')
    .addColumn('due_at', 'bigint', required)
    .addColumn('attempts', 'integer', required)
    .addColumn('hidden_until', 'bigint', required)
    .addColumn('done', 'integer', required)
    .addColumn('last_error', 'text')
    .execute()
  await schema
    .createIndex('outbox_waiting')
    .on('outbox')
    .columns(['key', 'seq'])
    .where(sql.ref('done'), '=', 0)
    .execute()
  await schema.createIndex('outbox_case').on('outbox').column('case_id').execute()
  await schema
    .createTable('refs')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('case_id', 'text')
    .addColumn('ref', 'text', required)
    .execute()
  await engine
    .withSequence(schema.createTable('console_messages'))
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('key', 'text', required)
    .addColumn('channel', 'text', required)
    .addColumn('case_id', 'text')
    .addColumn('card', 'text')
    .addColumn('at', 'bigint', required)
    .addColumn('edited_at', 'bigint')
    .addColumn('removed', 'integer', required)
    .execute()
  await schema
    .createIndex('console_channel')
    .on('console_messages')
    .columns(['channel', 'key'])
    .execute()
  await schema.createIndex('console_case').on('console_messages').column('case_id').execute()
}

async function records(db: Db, engine: Engine): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('seq', 'bigint', (column) => column.primaryKey().notNull())
    .addColumn('at', 'bigint', required)
    .addColumn('platform', 'text', required)
    .addColumn('actor_id', 'text', required)
    .addColumn('event', 'text', required)
    .addColumn('case_id', 'text')
    .addColumn('detail', 'text', required)
    .addColumn('previous', 'text', required)
    .addColumn('hash', 'text', required)
    .execute()
  await db.schema.createIndex('audit_case').on('audit').column('case_id').execute()
  await engine.appendOnly(db, 'audit')
  await db.schema
    .createTable('once')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('result', 'text', required)
    .addColumn('at', 'bigint', required)
    .execute()
  await db.schema.createIndex('once_at').on('once').column('at').execute()
  await db.schema
    .createTable('settings')
    .addColumn('key', 'text', (column) => column.primaryKey().notNull())
    .addColumn('value', 'text', required)
    .execute()
  await db.schema
    .createTable('key_ids')
    .addColumn('id', 'text', (column) => column.primaryKey().notNull())
    .execute()
}
