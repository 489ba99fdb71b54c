-- Whom a token invites, before any participant is set: no row once it was used, voided or has expired, or its member
-- or participant is suspended.
create or replace function handreiking.find_invitation(hash text, moment timestamptz)
  returns table (invitation_id uuid, participant_id uuid, member_id uuid, participant_name text, member_name text,
    purpose text, waiting boolean)
  language sql stable security definer set search_path = handreiking, pg_temp as $$
  select invitation.id, member.participant_id, member.id, participant.name, member.name, invitation.purpose,
    invitation.needs_approval and invitation.approved_by is null
  from invitation
    join member on member.id = invitation.member_id and member.participant_id = invitation.participant_id
    join participant on participant.id = member.participant_id
  where invitation.token_hash = find_invitation.hash and invitation.used_at is null
    and invitation.voided_at is null and invitation.expires_at > moment
    and member.suspended_at is null and participant.suspended_at is null
$$;
