-- What is not known to be at the target yet, in order.
create or replace function handreiking.open_segments(most integer)
  returns table (first bigint, last bigint, before bytea, hash bytea) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select first, last, before, hash from ledger_segment where kept_at is null order by first limit most
$$;
