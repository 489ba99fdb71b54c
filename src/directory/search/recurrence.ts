import { type SQL, sql } from "drizzle-orm";

/**
 * Whether the schedule `rule`, an alias, names the date `day`, an expression: RFC 5545 as far as HSDS has it.
 * BYWEEKNO and BYYEARDAY, which the RFC keeps for yearly rules, narrow weekly and monthly ones as well. Without
 * `dtstart` weeks and months are counted from `valid_from`.
 */
export const namesDay = (rule: string, day: string): SQL =>
  sql.raw(`(${within(rule, day)} and ${follows(rule, day)} and ${beforeCount(rule, day)})`);

const within = (rule: string, day: string) => `coalesce(${rule}.valid_from <= ${day}, true)
  and coalesce(${rule}.valid_to >= ${day}, true) and coalesce(${rule}.dtstart <= ${day}, true)
  and coalesce(${rule}.until >= ${day}, true)`;

const startOf = (rule: string) => `coalesce(${rule}.dtstart, ${rule}.valid_from)`;

const beforeCount = (rule: string, day: string) => `(${rule}.count is null or ${startOf(rule)} is null or (
  select count(*) from generate_series(${startOf(rule)}::timestamp, ${day}::timestamp, '1 day') as past (day)
  where ${follows(rule, "past.day::date")}) <= ${rule}.count)`;

const follows = (rule: string, day: string) => `${inInterval(rule, day)}
  and ${oneOf(`${rule}.byday`, `${weekday(day)}, ${fromStart(day)} || ${weekday(day)}, ${fromEnd(day)} || ${weekday(day)}`)}
  and ${oneOf(`${rule}.bymonthday`, `${part("day", day)}::text, (${part("day", day)} - ${part("day", monthEnd(day))} - 1)::text`)}
  and ${oneOf(`${rule}.byyearday`, `${part("doy", day)}::text, (${part("doy", day)} - ${daysOfYear(day)} - 1)::text`)}
  and ${oneOf(`${rule}.byweekno`, weekNumbers(middleOfWeek(rule, day)))}
  and (num_nonnulls(${rule}.byday, ${rule}.bymonthday, ${rule}.byyearday, ${rule}.byweekno) > 0
    or ${likeItsStart(rule, day)})`;

/** A rule that names no days repeats the one that it starts on; a weekly one without a start is of every day. */
const likeItsStart = (rule: string, day: string) => `case ${rule}.freq
  when 'WEEKLY' then coalesce(${part("isodow", day)} = ${part("isodow", `${rule}.dtstart`)}, true)
  when 'MONTHLY' then coalesce(${part("day", day)} = ${part("day", `${rule}.dtstart`)}, false)
  else coalesce(${day} = ${rule}.dtstart, true) end`;

const inInterval = (rule: string, day: string) => `(coalesce(${rule}.interval, 1) < 2
  or ${startOf(rule)} is null or case ${rule}.freq
    when 'WEEKLY' then (${weekStart(rule, day)} - ${weekStart(rule, startOf(rule))}) / 7 % ${rule}.interval = 0
    when 'MONTHLY' then (${months(day)} - ${months(startOf(rule))}) % ${rule}.interval = 0
    else true end)`;

const part = (name: string, day: string) => `extract(${name} from ${day})::int`;
const months = (day: string) => `(${part("year", day)} * 12 + ${part("month", day)})`;
const monthEnd = (day: string) => `(date_trunc('month', ${day}) + interval '1 month - 1 day')`;
const daysOfYear = (day: string) => part("doy", `make_date(${part("year", day)}, 12, 31)`);

const weekdays = "array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']";
const weekday = (day: string) => `(${weekdays})[${part("isodow", day)}]`;
/** Which of its weekday it is in its month, from either end. */
const fromStart = (day: string) => `((${part("day", day)} + 6) / 7)`;
const fromEnd = (day: string) => `(-((${part("day", monthEnd(day))} - ${part("day", day)}) / 7 + 1))`;

const weekStart = (rule: string, day: string) => `(${day}
  - (${part("isodow", day)} - coalesce(array_position(${weekdays}, ${rule}.wkst), 1) + 7) % 7)`;
/** The day that decides of which year a week is: the first week has four days in its year at least. */
const middleOfWeek = (rule: string, day: string) => `(${weekStart(rule, day)} + 3)`;
const weekNumbers = (middle: string) => `((${part("doy", middle)} - 1) / 7 + 1)::text,
  ((${part("doy", middle)} - 1) / 7 - (${daysOfYear(middle)} - 1 - (${part("doy", middle)} - 1) % 7) / 7 - 1)::text`;

const oneOf = (column: string, names: string) =>
  `(${column} is null or string_to_array(translate(upper(${column}), ' +', ''), ',') && array[${names}])`;
