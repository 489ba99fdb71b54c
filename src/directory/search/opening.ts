/** A moment as clocks and calendars show it in one time zone. */
export interface LocalMoment {
  zone: string;
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM:SS. */
  time: string;
  /** How a schedule may name the day: MO, and in its month 2MO and -3MO. */
  days: string[];
  /** The day of the month, counted from either end: 9 and -22. */
  monthDays: string[];
}

/** The day before, as its schedule may last past midnight. */
export interface Moment {
  today: LocalMoment;
  yesterday: LocalMoment;
}

const zones: readonly string[] = [
  ...Intl.supportedValuesOf("timeZone").filter((zone) => zone.startsWith("Europe/")),
  "America/Aruba",
  "America/Curacao",
  "America/Kralendijk",
  "America/Lower_Princes",
  "UTC",
];

/** The moment in every time zone of Europe and of the Caribbean parts of the Kingdom; schedules elsewhere are unknown. */
export const momentsAt = (instant: Date): Moment[] => zones.map((zone) => momentAt(instant, zone));

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Tells YYYY-MM-DD HH:MM:SS. Making one costs far more than asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(timeZone, made);
  return made;
}

export function momentAt(instant: Date, zone: string): Moment {
  const [date = "", time = ""] = clockOf(zone).format(instant).split(" ");
  const day = new Date(`${date}T00:00:00Z`);
  const before = new Date(day.getTime() - 86_400_000);
  return { today: onDay(zone, day, time), yesterday: onDay(zone, before, time) };
}

const weekdays = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

function onDay(zone: string, day: Date, time: string): LocalMoment {
  const weekday = weekdays[day.getUTCDay()] ?? "";
  const monthDay = day.getUTCDate();
  const last = new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 0)).getUTCDate();
  const [fromStart, fromEnd] = [Math.ceil(monthDay / 7), Math.ceil((last - monthDay + 1) / 7)];
  return {
    zone,
    date: day.toISOString().slice(0, 10),
    time,
    days: [weekday, `${fromStart}${weekday}`, `-${fromEnd}${weekday}`],
    monthDays: [String(monthDay), String(monthDay - last - 1)],
  };
}
