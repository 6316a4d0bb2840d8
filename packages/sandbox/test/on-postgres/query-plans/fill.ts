/**
 * A hundred thousand accounts, as if the sandbox had been used for long. Two workspaces are as large as a workspace gets
 * (`everybody`, of which the admin is its only one); the others are small.
 */
export const fill = `
  insert into account (email, login_type, super_admin, verified, created_at)
    select 'person' || n || '@example.com', 'password', false, true, now() from generate_series(1, 100000) n;
  insert into workspace (id, name, owner)
    select 'workspace-' || n, 'Workspace', 'admin@windmill.dev' from generate_series(1, 20000) n;
  insert into workspace (id, name, owner) values ('everybody', 'Everybody', 'admin@windmill.dev');
  insert into member (workspace_id, username, email, is_admin, created_at)
    select 'workspace-' || (n % 20000 + 1), 'person' || n, 'person' || n || '@example.com', n <= 20000, now()
    from generate_series(1, 100000) n;
  insert into member (workspace_id, username, email, is_admin, created_at)
    select 'everybody', 'person' || n, 'person' || n || '@example.com', false, now()
    from generate_series(1, 20000) n;
  insert into member (workspace_id, username, email, is_admin, created_at)
    values ('everybody', 'zoe', 'admin@windmill.dev', true, now());
  insert into invite (workspace_id, email, is_admin)
    select 'workspace-' || (n % 20000 + 1), 'guest' || n || '@example.com', false
    from generate_series(1, 100000) n;
  insert into token (hash, prefix, email, session, expiration, created_at, last_used_at)
    select 'hash' || n, left(md5(n::text), 10), 'person' || n || '@example.com', true, now() + interval '1 day',
      now(), now()
    from generate_series(1, 100000) n;
  insert into login_failure (email_hash, failed_at)
    select md5((n % 20000)::text), now() from generate_series(1, 100000) n;
  insert into oauth_flow (state_hash, client_name, code_verifier, started_at)
    select 'hash' || n, 'sandbox', 'verifier', now() from generate_series(1, 100000) n;
  insert into provider_grant (hash, kind, email, granted_at)
    select 'hash' || n, 'code', 'person' || n || '@example.com', now() from generate_series(1, 100000) n;
  analyze;
`
