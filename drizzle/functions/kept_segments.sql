-- The segments of the ledger that are known to be kept beside the backups.
create or replace function handreiking.kept_segments() returns table (first bigint) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select first from ledger_segment where kept_at is not null order by first
$$;
