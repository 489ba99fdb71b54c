-- Whether something of a case still goes on, or was dealt with since `before`: then it is not let go of.
create or replace function handreiking.case_goes_on(wanted uuid, before timestamptz) returns boolean
  language sql stable set search_path = handreiking, pg_temp as $$
  select exists (select from conversation where case_id = wanted and (recorded_at >= before
      or steps_due_at is not null and not exists (select from reporting_step
        where conversation_id = conversation.id and step = 'decide')))
    or exists (select from conversation_addition where case_id = wanted and written_at >= before)
    or exists (select from reporting_step where case_id = wanted and at >= before)
    or exists (select from appointment left join callback_request as request on request.id = request_id
      where wanted in (appointment.case_id, request.case_id)
        and (appointment.state = 'planned' or appointment.ended_at >= before))
    or exists (select from callback_request
      where case_id = wanted and (state <> 'ended' or ended_at >= before))
    or exists (select from case_take_over where case_id = wanted and at >= before)
$$;
