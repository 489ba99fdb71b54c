-- Takes a share of a counted window for one instance; nothing when the window is used up.
create or replace function handreiking.lease_quota(named text, who text, window_ends timestamptz, wanted integer, quota integer,
    out granted integer, out taken integer)
  language plpgsql security definer set search_path = handreiking, pg_temp as $$
begin
  insert into quota as kept values (named, who, window_ends, 0) on conflict do nothing;
  select kept.taken into taken from quota as kept
    where kept.rate = named and kept.counted = who and kept.ends_at = window_ends for update;
  granted := greatest(0, least(wanted, lease_quota.quota - taken));
  if granted = 0 then return; end if;
  taken := taken + granted;
  update quota as kept set taken = lease_quota.taken
    where kept.rate = named and kept.counted = who and kept.ends_at = window_ends;
end $$;
