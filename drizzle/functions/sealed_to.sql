-- What is sealed to a key of the actor's own participant: for whoever revokes it, and has the senders told.
create or replace function handreiking.sealed_to(key uuid)
  returns table (referral_id uuid, sender_id uuid, recipient_id uuid, case_id uuid) language sql stable
  security definer set search_path = handreiking, pg_temp as $$
  select referral.id, referral.sender_id, referral.recipient_id, referral.case_id
  from participant_key join disclosure on disclosure.recipient_id = participant_key.participant_id
      and disclosure.recipient_kid = participant_key.kid
    join referral on referral.id = disclosure.referral_id
  where participant_key.id = sealed_to.key and participant_key.participant_id = actor_participant()
  order by referral.id
$$;
