-- The only way in which entries go: a whole beginning of one's own chain, up to a checkpoint, once all of it is older
-- than was agreed. A clock set forward lets nothing go: the database's own is asked as well.
create or replace function handreiking.remove_audit_segment(checkpoint uuid, moment timestamptz) returns bigint
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  chain uuid := actor_participant();
  stand audit_checkpoint;
  kept interval;
  removed bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended(chain::text, 7513));
  select * into stand from audit_checkpoint where id = checkpoint and participant_id = chain;
  select make_interval(years => coalesce(max(audit_years), 5)) into kept
    from partnership where participant_id = chain;
  if stand.id is null
    or not exists (select from audit_event
      where participant_id = chain and seq = stand.seq and hash = stand.hash)
    or exists (select from audit_event
      where participant_id = chain and seq <= stand.seq and at >= least(moment, now()) - kept)
  then raise exception 'a segment is kept' using errcode = 'HR071'; end if;
  perform set_config('handreiking.segment_end', stand.id::text, true);
  delete from audit_event where participant_id = chain and seq <= stand.seq;
  get diagnostics removed = row_count;
  perform set_config('handreiking.segment_end', '', true);
  return removed;
end $$;
