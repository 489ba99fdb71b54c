-- The history of a help question is written here, whatever changes it, and by nothing else.
create or replace function handreiking.keep_question_change() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if tg_op = 'UPDATE' then
    if (new.owner_id, new.next_action, new.next_action_on, new.end_reason)
      is not distinct from (old.owner_id, old.next_action, old.next_action_on, old.end_reason)
    then return null; end if;
  end if;
  insert into help_question_change
      (id, participant_id, case_id, help_question_id, owner_id, next_action, next_action_on, end_reason, changed_by, at)
    values (gen_random_uuid(), new.participant_id, new.case_id, new.id, new.owner_id, new.next_action,
      new.next_action_on, new.end_reason, new.changed_by, new.changed_at);
  return null;
end $$;
