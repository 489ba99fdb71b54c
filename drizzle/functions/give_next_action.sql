-- Whoever ends a referral waits for nobody who is at the question: then the ending is noted, and told
-- by whoever comes to the question next, or by the clock. Of two referrals that end at once, the one that finds the
-- question locked is told later, and so sees the other's end.
create or replace function handreiking.give_next_action() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from help_question where id = new.help_question_id for no key update skip locked;
  if found then perform tell_question(new);
  else
    insert into untold_ending (referral_id, help_question_id, ended_at)
      values (new.id, new.help_question_id, new.moved_at);
  end if;
  return null;
end $$;
