-- Audit entries are added and numbered, never changed; only an old segment behind a checkpoint goes.
create or replace function handreiking.guard_audit() returns trigger language plpgsql
  set search_path = handreiking, pg_temp as $$
declare
  unsealed audit_event;
begin
  if tg_op = 'TRUNCATE' then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  if tg_op = 'DELETE' then
    if not exists (select from audit_checkpoint
        where id = nullif(current_setting('handreiking.segment_end', true), '')::uuid
          and participant_id = old.participant_id and seq >= old.seq)
    then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
    return old;
  end if;
  unsealed := new;
  unsealed.seq := null;
  unsealed.hash := null;
  if old.seq is not null or new.seq is null or unsealed is distinct from old
  then raise exception 'audit entries do not change' using errcode = 'HR015'; end if;
  return new;
end $$;
