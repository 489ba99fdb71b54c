-- Notes whether a segment of the ledger is kept beside the backups.
create or replace function handreiking.mark_segment(wanted bigint, kept boolean) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  update ledger_segment set kept_at = case when kept then coalesce(kept_at, now()) end where first = wanted
$$;
