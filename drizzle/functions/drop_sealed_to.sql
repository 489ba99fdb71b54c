-- What was sealed to a key that is revoked can be unwrapped by nobody from that moment on: it is sealed anew, or lost.
create or replace function handreiking.drop_sealed_to() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  delete from keys.disclosure_key using disclosure
    where disclosure.referral_id = disclosure_key.referral_id
      and disclosure.recipient_id = new.participant_id and disclosure.recipient_kid = new.kid;
  return null;
end $$;
