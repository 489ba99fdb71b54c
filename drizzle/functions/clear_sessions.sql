-- Clears away sessions that ended a month ago, sign-ins that ran out, and what noted where they came from.
create or replace function handreiking.clear_sessions(moment timestamptz) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from session where coalesce(ended_at, expires_at) < moment - interval '30 days';
  delete from sign_in where expires_at < moment;
  delete from origin where kind = 'session' and not exists (select from session where id = record_id)
    or kind = 'look' and at < clock_timestamp() - interval '1 day';
end $$;
