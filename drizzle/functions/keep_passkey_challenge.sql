-- Keeps a challenge for a browser that signs in with a passkey, for ten minutes at most.
create or replace function handreiking.keep_passkey_challenge(browser text, what text, about uuid, bytes text,
    moment timestamptz, ends timestamptz)
  returns void language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  perform refuse_time_ahead(moment);
  delete from passkey_challenge where browser_hash in (
    select browser_hash from passkey_challenge where expires_at < moment limit 20 for update skip locked);
  insert into passkey_challenge (browser_hash, purpose, subject_id, challenge, expires_at)
    values (browser, what, about, bytes, least(ends, moment + interval '10 minutes'));
end $$;
