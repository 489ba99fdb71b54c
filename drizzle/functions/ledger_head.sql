-- How far the database's own ledger reaches; no row before its first entry.
create or replace function handreiking.ledger_head() returns table (first bigint, last bigint, hash bytea, kept boolean, whole boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select first, last, hash, kept_at is not null, not exists (select from ledger_segment where not applied)
    from ledger_segment order by first desc limit 1
$$;
