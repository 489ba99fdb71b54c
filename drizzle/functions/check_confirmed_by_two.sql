-- Partner and counsellor are two where two wrote it down. At one helpline, for a partner by telephone, both could come
-- through one system: then the second is signed in.
create or replace function handreiking.check_confirmed_by_two() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  if new.confirmed_by <> 'caller'
    and exists (select from member where id = new.recorded_by and participant_id = new.sender_id)
    and exists (select from contact_confirmation as earlier join member on member.id = earlier.recorded_by
      where earlier.referral_id = new.referral_id and earlier.side <> new.side and earlier.confirmed_by <> 'caller'
        and member.participant_id = new.sender_id
        and not exists (select from countersignature where subject_id = new.referral_id
          and xmin = pg_current_xact_id()::xid
          and (member_id = new.recorded_by and first_ids @> array[earlier.recorded_by]
            or member_id = earlier.recorded_by and first_ids @> array[new.recorded_by])))
  then raise exception 'a second person confirms it' using errcode = 'HR128'; end if;
  return null;
end $$;
