-- Numbers committed entries, at most so many, as one segment, and chains their hashes; one at a time, and writers never
-- wait for it. Answers how many they were.
create or replace function handreiking.seal_ledger(most integer) returns integer language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done ledger_segment;
  entry ledger_entry;
  start bigint;
  number bigint;
  chain bytea;
begin
  if not exists (select from ledger_entry where seq is null) then return 0; end if;
  perform pg_advisory_xact_lock(7160);
  select * into done from ledger_segment order by first desc limit 1;
  number := coalesce(done.last, 0);
  chain := coalesce(done.hash, '\x');
  start := number + 1;
  for entry in select * from ledger_entry where seq is null order by position limit greatest(1, least(most, 1000)) loop
    number := number + 1;
    entry.seq := number;
    chain := sha256(chain || convert_to(ledger_text(entry), 'UTF8'));
    update ledger_entry set seq = number, segment = start where id = entry.id;
  end loop;
  if number >= start then
    insert into ledger_segment (first, last, before, hash, sealed_at)
      values (start, number, coalesce(done.hash, '\x'), chain, now());
  end if;
  return number - start + 1;
end $$;
