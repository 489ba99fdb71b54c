-- An appointment is held by the conversation of the case that it was planned for.
create or replace function handreiking.guard_conversation() returns trigger language plpgsql security definer
  set search_path = handreiking, pg_temp as $$
begin
  perform from appointment left join callback_request as request on request.id = appointment.request_id
  where appointment.id = new.appointment_id and appointment.participant_id = new.participant_id
    and appointment.state = 'held' and new.case_id in (appointment.case_id, request.case_id);
  if not found then
    raise exception 'a conversation of an appointment that is not its own' using errcode = 'HR304';
  end if;
  return new;
end $$;
