-- Writes an entry about the row: its kind; the columns of subject, participant, other and time, where it has them; and
-- those that its codes come from (of a boolean its name while it is true).
create or replace function handreiking.note_taken() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  done jsonb := case tg_op when 'DELETE' then to_jsonb(old) else to_jsonb(new) end;
begin
  insert into ledger_entry (id, kind, subject_id, participant_id, other_id, at, codes)
  values (gen_random_uuid(), tg_argv[0], (done ->> tg_argv[1])::uuid, (done ->> tg_argv[2])::uuid,
    (done ->> nullif(tg_argv[3], ''))::uuid,
    coalesce((done ->> nullif(tg_argv[4], ''))::timestamptz, now()),
    array(select code from unnest(string_to_array(nullif(tg_argv[5], ''), ',')) as name,
      lateral (select jsonb_array_elements_text(done -> name) as code where jsonb_typeof(done -> name) = 'array'
        union all select name where done -> name = 'true'::jsonb
        union all select done ->> name where jsonb_typeof(done -> name) = 'string') as said
      where code is not null));
  return null;
end $$;
