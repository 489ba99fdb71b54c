-- Whose chains have entries that wait for their number: for the job that seals.
create or replace function handreiking.unsealed_chains() returns table (participant_id uuid) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select distinct participant_id from audit_event where seq is null
$$;
