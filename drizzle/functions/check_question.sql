-- An offer and the ending of its question see each other by the question's lock. No other move asks for it:
-- what it leaves is on the question by now, or noted.
create or replace function handreiking.check_question() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  question help_question;
begin
  if tg_table_name = 'help_question' then
    select * into question from help_question where id = new.id for no key update;
  elsif new.state = 'offered' then
    select * into question from help_question where id = new.help_question_id for no key update;
  else
    -- Whoever was at the question may be gone by now.
    if new.ended then perform tell_untold(new.help_question_id); end if;
    select * into question from help_question where id = new.help_question_id;
  end if;
  if question.ended_at is not null then
    if exists (select from referral where help_question_id = question.id and needs_live) then
      raise exception 'an open referral of an ended help question' using errcode = '23503';
    end if;
  elsif question.next_action is null
    and exists (select from referral where help_question_id = question.id and offered_at is not null)
    and not exists (select from referral
      where help_question_id = question.id and (needs_live or state = 'completed'))
    and not exists (select from untold_ending where help_question_id = question.id)
  then
    raise exception 'a help question that nobody sees to' using errcode = 'HR061';
  end if;
  return null;
end $$;
