-- Whether the caller agreed to feedback: by the consent as it is at the moment of asking.
create or replace function handreiking.feedback_agreed(handoff uuid, moment timestamptz) returns boolean language sql stable security definer
  set search_path = handreiking, pg_temp as $$
  select exists (select from referral
      join consent on consent.case_id = referral.case_id and consent.participant_id = referral.sender_id
        and consent.recipient_id = referral.recipient_id
    where referral.id = handoff and actor_participant() in (referral.sender_id, referral.recipient_id)
      and consent.purpose = 'feedback' and consent.withdrawn_at is null
      and consent.expires_at > moment)
$$;
