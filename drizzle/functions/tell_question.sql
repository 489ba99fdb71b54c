-- Tells a help question, locked, that a referral of it ended: when no other is open, somebody has something to do, that
-- day.
create or replace function handreiking.tell_question(handoff handreiking.referral) returns void language sql security definer
  set search_path = handreiking, pg_temp as $$
  update help_question set next_action = 'referral-' || handoff.state,
      next_action_on = (handoff.moved_at at time zone 'Europe/Amsterdam')::date,
      changed_by = null, changed_at = handoff.moved_at
  where id = handoff.help_question_id and participant_id = handoff.sender_id and ended_at is null
    and not exists (select from referral where help_question_id = handoff.help_question_id and needs_live)
$$;
