import cancelAppointmentOperation from "./appointments/cancel-appointment.ts";
import getAppointmentOperation from "./appointments/get-appointment.ts";
import getPlanningRulesOperation from "./appointments/get-planning-rules.ts";
import keepPlanningRulesOperation from "./appointments/keep-planning-rules.ts";
import listAppointmentsOperation from "./appointments/list-appointments.ts";
import moveAppointmentOperation from "./appointments/move-appointment.ts";
import planAppointmentOperation from "./appointments/plan-appointment.ts";
import proposeSlotsOperation from "./appointments/propose-slots.ts";
import reassignAppointmentOperation from "./appointments/reassign-appointment.ts";
import recordNoAnswerOperation from "./appointments/record-no-answer.ts";
import settleMissedAppointmentOperation from "./appointments/settle-missed-appointment.ts";
import suggestCoverOperation from "./appointments/suggest-cover.ts";
import addExceptionOperation from "./availability/add-exception.ts";
import getAvailabilityOperation from "./availability/get-availability.ts";
import keepAvailabilityOperation from "./availability/keep-availability.ts";
import listAvailabilityExceptionsOperation from "./availability/list-availability-exceptions.ts";
import removeExceptionOperation from "./availability/remove-exception.ts";
import reportLeaveOperation from "./availability/report-leave.ts";
import listCalendarFeedsOperation from "./calendar/list-calendar-feeds.ts";
import makeCalendarFeedOperation from "./calendar/make-calendar-feed.ts";
import readCalendarOperation from "./calendar/read-calendar.ts";
import revokeCalendarFeedOperation from "./calendar/revoke-calendar-feed.ts";

export const planningOperations = [
  getAvailabilityOperation,
  keepAvailabilityOperation,
  listAvailabilityExceptionsOperation,
  addExceptionOperation,
  removeExceptionOperation,
  reportLeaveOperation,
  proposeSlotsOperation,
  planAppointmentOperation,
  listAppointmentsOperation,
  getAppointmentOperation,
  moveAppointmentOperation,
  reassignAppointmentOperation,
  suggestCoverOperation,
  cancelAppointmentOperation,
  recordNoAnswerOperation,
  settleMissedAppointmentOperation,
  getPlanningRulesOperation,
  keepPlanningRulesOperation,
  makeCalendarFeedOperation,
  listCalendarFeedsOperation,
  revokeCalendarFeedOperation,
  readCalendarOperation,
] as const;
