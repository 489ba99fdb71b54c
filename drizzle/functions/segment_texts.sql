-- The entries of one segment of the ledger, in their order, as they are hashed.
create or replace function handreiking.segment_texts(wanted bigint) returns table (text text) language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select ledger_text(entry) from ledger_entry as entry where segment = wanted order by seq
$$;
