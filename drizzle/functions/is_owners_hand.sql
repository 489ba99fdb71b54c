-- Whether it is the owner of the tables who acts: the operator's hand at the server, with the login that migrates.
-- The service's login never is, whatever role it sets; the embedded database has one login, which is below its owner
-- as long as it serves.
create or replace function handreiking.is_owners_hand() returns boolean language sql stable
  set search_path = handreiking, pg_temp as $$
  select pg_has_role(session_user, relowner, 'member') and current_setting('role') in ('none', relowner::regrole::text)
  from pg_class where oid = 'handreiking.participant'::regclass
$$;
