-- Whoever sees to an open help question reads its case: seen when the transaction commits.
create or replace function handreiking.check_question_owner() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  touched uuid;
begin
  if tg_table_name = 'case' then touched := new.id;
  elsif tg_op = 'DELETE' then touched := old.case_id;
  else touched := new.case_id; end if;
  if exists (select from help_question as question join "case" on "case".id = question.case_id
    where question.case_id = touched and question.ended_at is null and question.owner_id <> "case".owner_id
      and not exists (select from case_access
        where case_id = touched and member_id = question.owner_id))
  then raise exception 'a help question of somebody who does not read its case' using errcode = 'HR301'; end if;
  return null;
end $$;
