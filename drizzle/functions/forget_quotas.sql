-- Clears away counted windows that have ended.
create or replace function handreiking.forget_quotas(moment timestamptz) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from quota where ends_at <= moment;
end $$;
