-- Numbers committed events, so that a reader who goes on after the last number never skips one.
create or replace function handreiking.number_events(feed uuid) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from event where participant_id = feed and seq is null) then return; end if;
  perform pg_advisory_xact_lock(hashtextextended(feed::text, 6001));
  update event set seq = numbered.seq
  from (select id, row_number() over (order by at, id)
          + (select coalesce(max(seq), 0) from event where participant_id = feed) as seq
        from event where participant_id = feed and seq is null) as numbered
  where event.id = numbered.id;
end $$;
