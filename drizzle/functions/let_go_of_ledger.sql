-- Segments that no backup needs any more, by the database's own clock: all older than the last of them go with it.
-- Never the last one, which says where the chain stands.
create or replace function handreiking.let_go_of_ledger(days integer) returns table (first bigint) language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  until bigint;
begin
  perform pg_advisory_xact_lock(7160);
  select max(segment.first) into until from ledger_segment as segment
    where sealed_at < now() - make_interval(days => greatest(days, 8))
      and segment.first < (select max(newest.first) from ledger_segment as newest)
      and not exists (select from ledger_segment as open
        where open.first <= segment.first and (open.kept_at is null or not open.applied));
  delete from ledger_entry where segment <= until;
  return query delete from ledger_segment as segment where segment.first <= until returning segment.first;
end $$;
