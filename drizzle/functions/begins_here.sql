-- Whether this very transaction wrote the record first. The time too: after a restore transactions count anew.
create or replace function handreiking.begins_here(record uuid) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from origin where record_id = record and transaction = pg_current_xact_id()
    and at = transaction_timestamp())
$$;
