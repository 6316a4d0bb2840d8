import { type Kysely, type SchemaModule, sql } from 'kysely'

/** All tables of the first version. E-mails are ordered by code point, whatever the locale of the database. */
export async function up(database: Kysely<never>): Promise<void> {
  const { schema } = database
  await createWorkspaces(schema)
  await createAccounts(schema)
  await createMembers(schema)
  await createTokens(schema)
  await createLogins(schema)
}

const codePoints = sql`text collate "C"`

async function createWorkspaces(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('workspace')
    .addColumn('id', codePoints, (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('owner', codePoints, (column) => column.notNull())
    .addColumn('domain', 'text')
    .execute()
}

async function createAccounts(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('account')
    .addColumn('email', codePoints, (column) => column.primaryKey())
    .addColumn('password_hash', 'text')
    .addColumn('login_type', 'text', (column) => column.notNull())
    .addColumn('super_admin', 'boolean', (column) => column.notNull())
    .addColumn('verified', 'boolean', (column) => column.notNull())
    .addColumn('name', 'text')
    .addColumn('company', 'text')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await schema
    .createIndex('account_super_admin')
    .on('account')
    .column('email')
    .where(sql.ref('super_admin'), '=', true)
    .execute()
}

async function createMembers(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('member')
    .addColumn('workspace_id', codePoints, (column) =>
      column.notNull().references('workspace.id').onDelete('cascade'),
    )
    .addColumn('username', codePoints, (column) => column.notNull())
    .addColumn('email', codePoints, (column) => column.notNull())
    .addColumn('is_admin', 'boolean', (column) => column.notNull())
    .addColumn('operator', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('disabled', 'boolean', (column) => column.notNull().defaultTo(false))
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addPrimaryKeyConstraint('member_pkey', ['workspace_id', 'username'])
    .addUniqueConstraint('member_email_key', ['email', 'workspace_id'])
    .execute()
  await schema
    .createTable('invite')
    .addColumn('workspace_id', codePoints, (column) =>
      column.notNull().references('workspace.id').onDelete('cascade'),
    )
    .addColumn('email', codePoints, (column) => column.notNull())
    .addColumn('is_admin', 'boolean', (column) => column.notNull())
    .addPrimaryKeyConstraint('invite_pkey', ['email', 'workspace_id'])
    .execute()
  await schema.createIndex('invite_workspace').on('invite').column('workspace_id').execute()
}

async function createTokens(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('token')
    .addColumn('hash', codePoints, (column) => column.primaryKey())
    .addColumn('prefix', codePoints, (column) => column.notNull())
    .addColumn('email', codePoints, (column) =>
      column.notNull().references('account.email').onDelete('cascade'),
    )
    .addColumn('label', 'text')
    .addColumn('session', 'boolean', (column) => column.notNull())
    .addColumn('expiration', 'timestamptz')
    .addColumn('created_at', 'timestamptz', (column) => column.notNull())
    .addColumn('last_used_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await schema.createIndex('token_owner').on('token').columns(['email', 'prefix']).execute()
  await schema.createIndex('token_expiration').on('token').column('expiration').execute()
}

async function createLogins(schema: SchemaModule): Promise<void> {
  await schema
    .createTable('login_failure')
    .addColumn('email_hash', codePoints, (column) => column.notNull())
    .addColumn('failed_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await schema
    .createIndex('login_failure_window')
    .on('login_failure')
    .columns(['email_hash', 'failed_at'])
    .execute()
  await schema
    .createTable('oauth_flow')
    .addColumn('state_hash', codePoints, (column) => column.primaryKey())
    .addColumn('client_name', 'text', (column) => column.notNull())
    .addColumn('code_verifier', 'text', (column) => column.notNull())
    .addColumn('started_at', 'timestamptz', (column) => column.notNull())
    .execute()
  await schema
    .createTable('provider_grant')
    .addColumn('hash', codePoints, (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('email', codePoints, (column) => column.notNull())
    .addColumn('code_challenge', 'text')
    .addColumn('redirect_uri', 'text')
    .addColumn('granted_at', 'timestamptz', (column) => column.notNull())
    .execute()
}
