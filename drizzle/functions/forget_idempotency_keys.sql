-- Clears away idempotency keys after a day.
create or replace function handreiking.forget_idempotency_keys(moment timestamptz) returns void
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from idempotency_record where at < moment - interval '1 day';
end $$;
