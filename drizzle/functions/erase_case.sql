-- Removes a case of the actor's participant whole, and writes the ledger: also for a case that is not there (any
-- more), so that a ledger can be taken over. It is dated neither ahead nor before anything that is told of the case,
-- and what goes because it grew old is as old as that.
create or replace function handreiking.erase_case(wanted uuid, why text, moment timestamptz) returns void
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
declare
  counted jsonb;
  kept interval := make_interval(days => coalesce((select case_retention_days from partnership
    where participant_id = actor_participant()), 30) - 1);
begin
  perform refuse_time_ahead(moment);
  if not exists (select from "case" where id = wanted and participant_id = actor_participant()) then
    insert into erasure (participant_id, case_id, reason, erased_at, removed)
      values (actor_participant(), wanted, why, moment, '{}') on conflict do nothing;
    return;
  end if;
  perform from "case" where id = wanted for update;
  if exists (select from referral where case_id = wanted and not ended) then
    raise exception 'a referral of the case has not ended' using errcode = 'HR071';
  end if;
  if exists (select from "case" where id = wanted and opened_at > moment)
    or exists (select from audit_event where case_id = wanted and participant_id = actor_participant()
      and at > moment and xmin <> pg_current_xact_id()::xid)
    or why = 'retention' and (
      exists (select from "case" where id = wanted and opened_at > moment - kept)
      or exists (select from help_question where case_id = wanted and coalesce(ended_at > moment - kept, true)))
  then raise exception 'an erasure is dated when it is done' using errcode = 'HR142'; end if;
  -- What waits for the commit is checked while its rows are still there.
  set constraints all immediate;
  set constraints all deferred;
  if why <> 'retention' then
    perform raise_obligation(referral, moment) from referral where case_id = wanted and state = 'completed';
  end if;
  select jsonb_build_object(
    'helpQuestions', (select count(*) from help_question where case_id = wanted),
    'consents', (select count(*) from consent where case_id = wanted),
    'overrides', (select count(*) from override where case_id = wanted),
    'referrals', (select count(*) from referral where case_id = wanted),
    'notes', (select count(*) from case_note where case_id = wanted),
    'conversations', (select count(*) from conversation where case_id = wanted),
    'requests', (select count(*) from callback_request where case_id = wanted)) into counted;

  delete from disclosure using referral where referral.id = referral_id and case_id = wanted;
  delete from contact_confirmation using referral where referral.id = referral_id and case_id = wanted;
  delete from referral where case_id = wanted;
  delete from override where case_id = wanted;
  delete from consent_receipt using consent where consent.id = consent_id and case_id = wanted;
  delete from consent where case_id = wanted;
  delete from help_question where case_id = wanted;
  delete from case_note where case_id = wanted;
  delete from code_word where case_id = wanted;
  delete from safe_contact where case_id = wanted;
  delete from case_contact where case_id = wanted;
  delete from case_take_over where case_id = wanted;
  delete from case_access where case_id = wanted;
  -- Before the appointments that they were held at.
  delete from conversation where case_id = wanted;
  -- Its key goes with it, and what else declares so.
  delete from "case" where id = wanted;
  insert into erasure (participant_id, case_id, reason, erased_at, removed)
    values (actor_participant(), wanted, why, moment, counted) on conflict do nothing;
end $$;
