-- Kept by the database itself: neither the transaction nor the time is what a statement says.
create or replace function handreiking.keep_origin() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  insert into origin (record_id, kind, transaction, at)
    values (new.id, tg_argv[0], pg_current_xact_id(), transaction_timestamp());
  return null;
end $$;
