-- Clears away assertions and proofs whose time is over: until then nobody uses one twice.
create or replace function handreiking.clear_used(moment timestamptz) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from used_assertion where expires_at < moment;
  delete from used_proof where expires_at < moment;
end $$;
