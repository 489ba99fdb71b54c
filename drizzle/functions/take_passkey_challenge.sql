-- The challenge of a browser, which is gone with it: null where it was for something else or its time is over.
create or replace function handreiking.take_passkey_challenge(browser text, what text, about uuid, moment timestamptz)
  returns text language sql security definer set search_path = handreiking, pg_temp as $$
  with taken as (delete from passkey_challenge where browser_hash = browser returning *)
  select challenge from taken
    where purpose = what and subject_id is not distinct from about and expires_at > moment
$$;
