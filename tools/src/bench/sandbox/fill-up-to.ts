/**
 * Statements that bring a sandbox of the example world to so many accounts, as if it had been used for long: each has ten
 * tokens, a membership in a workspace of five and one in a workspace of all, an invite and a failed login.
 */
export function fillUpTo(accounts: number): string {
  const others = `generate_series(1, ${accounts - ofExampleWorld}) n`
  return `
  set search_path to windmill_user_sandbox, public;
  insert into account (email, login_type, super_admin, verified, created_at)
    select 'person' || n || '@example.com', 'password', false, true, now() from ${others};
  insert into workspace (id, name, owner)
    select distinct 'team-' || n / 5, 'Team', 'admin@windmill.dev' from ${others};
  insert into member (workspace_id, username, email, is_admin, created_at)
    select 'team-' || n / 5, 'person' || n, 'person' || n || '@example.com', n % 5 = 0, now() from ${others};
  insert into workspace (id, name, owner) values ('everybody', 'Everybody', 'admin@windmill.dev');
  insert into member (workspace_id, username, email, is_admin, created_at)
    select 'everybody', 'person' || n, 'person' || n || '@example.com', false, now() from ${others};
  insert into member (workspace_id, username, email, is_admin, created_at)
    values ('everybody', 'admin', 'admin@windmill.dev', true, now());
  insert into invite (workspace_id, email, is_admin)
    select 'team-' || n / 5, 'guest' || n || '@example.com', false from ${others};
  insert into token (hash, prefix, email, session, expiration, created_at, last_used_at)
    select 'hash' || n || '-' || number, left(md5(n::text || number), 10), 'person' || n || '@example.com', true,
      now() + interval '1 day', now(), now()
    from ${others}, generate_series(1, 10) number;
  insert into login_failure (email_hash, failed_at) select md5(n::text), now() from ${others};
  analyze;
`
}

/** admin, grace, ada and katherine. */
const ofExampleWorld = 4
