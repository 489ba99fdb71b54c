-- Tells what could not be told: a question that the transaction holds, or every one that nobody is at.
create or replace function handreiking.tell_untold(question uuid default null) returns void language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
declare
  untold untold_ending;
begin
  for untold in select * from untold_ending where coalesce(help_question_id = question, question is null)
    order by ended_at, referral_id for update skip locked
  loop
    perform from help_question where id = untold.help_question_id for no key update skip locked;
    if found then
      perform tell_question(referral) from referral where id = untold.referral_id;
      delete from untold_ending where referral_id = untold.referral_id;
    end if;
  end loop;
end $$;
