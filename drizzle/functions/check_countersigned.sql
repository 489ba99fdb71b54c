-- What a second person decides carries that person's hand, of the same transaction. The arguments are the columns of
-- the record, of the second person, and of whoever was first.
create or replace function handreiking.check_countersigned() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := to_jsonb(new);
  firsts uuid[] := '{}';
begin
  for place in 2 .. tg_nargs - 1 loop
    firsts := firsts || (done ->> tg_argv[place])::uuid;
  end loop;
  if not exists (select from countersignature where subject_id = (done ->> tg_argv[0])::uuid
      and member_id = (done ->> tg_argv[1])::uuid and first_ids @> firsts
      and xmin = pg_current_xact_id()::xid)
  then raise exception 'a second person signs it' using errcode = 'HR127'; end if;
  return null;
end $$;
