-- Numbers committed changes, so that a reader who goes on after the last number never skips one.
create or replace function handreiking.number_directory_changes() returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if not exists (select from directory_change where number is null) then return; end if;
  perform pg_advisory_xact_lock(6002, 0);
  update directory_change set number = numbered.number
  from (select id, row_number() over (order by at, id)
          + (select coalesce(max(number), 0) from directory_change) as number
        from directory_change where number is null) as numbered
  where directory_change.id = numbered.id;
end $$;
