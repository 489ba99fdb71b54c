import { breaking } from "../mutant.ts";

const slots = breaking("planning", "test/intake/appointments/slots.test.ts");
const planning = breaking("planning", "test/intake/appointments/planning.test.ts");
const wall = breaking("planning", "test/walls/planning.test.ts");
const folder = "intake/appointments";

export const ofPlanning = [
  slots.code(
    "a slot lies where the caller is not safe",
    `${folder}/slots.ts`,
    "windows ? shared(time, occurrencesOf(windows, range)) : merged(time);",
    "windows && range.from < 0 ? shared(time, occurrencesOf(windows, range)) : merged(time);",
  ),
  slots.code(
    "an appointment begins where the caller is safe, and ends where not",
    `${folder}/slots.ts`,
    "windows === undefined || holds(occurrencesOf(windows, wanted), wanted);",
    "windows === undefined || occurrencesOf(windows, wanted).some((each) => overlaps(each, wanted));",
  ),
  slots.code(
    "a counsellor is called back from leave",
    `${folder}/slots.ts`,
    "return shared(without(merged([...usual, ...extra]), off), [range]);",
    "return shared(merged([...usual, ...extra]), [range]);",
  ),
  slots.code(
    "a public holiday is a working day",
    `${folder}/slots.ts`,
    "const usual = without(occurrencesOf(calendar.patterns, range), holidays);",
    "const usual = occurrencesOf(calendar.patterns, range);",
  ),
  slots.code(
    "a day has more appointments than a counsellor takes",
    `${folder}/slots.ts`,
    "(count.get(from) ?? 0) >= dailyMost);",
    "(count.get(from) ?? 0) > dailyMost);",
  ),
  slots.code(
    "one appointment follows another without a pause",
    `${folder}/slots.ts`,
    "    until: until + pauseMinutes * minute,",
    "    until,",
  ),
  slots.code(
    "where the clock is put back the wider window is taken",
    "intake/availability/weekly.ts",
    'from: at(day, from, timeZone, "later")',
    'from: at(day, from, timeZone, "earlier")',
  ),
  planning.code(
    "the caller's voicemail is spoken on against their word",
    `${folder}/record-no-answer.ts`,
    '  if (given.outcome === "voicemail-left" && !(await claimSubject(tx, ctx, row)).mayLeaveVoicemail)\n    fail(notOnVoicemail);\n',
    "",
  ),
  planning.code(
    "a caller is tried before the hour that was agreed",
    `${folder}/record-no-answer.ts`,
    "if (ctx.now() < row.startsAt) fail(notYetBegun);",
    "",
  ),
  planning.code(
    "a caller is reached by a channel that is not safe",
    `${folder}/book.ts`,
    "if (!subject.reaches(channel)) fail(callerNotSafe);",
    "",
  ),
  planning.code(
    "outside availability two appointments lie at one time",
    `${folder}/book.ts`,
    '(await isTaken(tx, counsellorId, range)) && "taken"',
    "undefined",
  ),
  wall.sql(
    "a counsellor is booked twice",
    "guard_new_appointment",
    "&& tstzrange(new.starts_at, new.ends_at)",
    "&& 'empty'::tstzrange",
  ),
  wall.sql("a day is overfull", "guard_new_appointment", ">= offered.daily_most", "> 99"),
  wall.sql(
    "a counsellor is booked while on leave",
    "guard_new_appointment",
    "and kind <> 'extra' and",
    "and false and",
  ),
  wall.sql(
    "a suspended counsellor is booked",
    "guard_new_appointment",
    "and 'counsellor' = any (roles) and suspended_at is null",
    "and 'counsellor' = any (roles)",
  ),
  wall.sql(
    "a caller is tried more often than was agreed",
    "guard_attempt",
    "> coalesce((select attempts from planning_rule where participant_id = new.participant_id), 3)",
    "> 99",
  ),
  wall.sql("an appointment ends twice", "guard_appointment", "old.state <> 'planned' and", "false and"),
];
