/** A moment as clocks and calendars show it in one time zone. */
export interface LocalMoment {
  zone: string;
  /** YYYY-MM-DD. */
  date: string;
  /** HH:MM:SS. */
  time: string;
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
export const momentsAt = (instant: Date): LocalMoment[] => zones.map((zone) => momentAt(instant, zone));

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Tells YYYY-MM-DD HH:MM:SS. Making one costs far more than asking it. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  clocks.set(timeZone, made);
  return made;
}

export function momentAt(instant: Date, zone: string): LocalMoment {
  const [date = "", time = ""] = clockOf(zone).format(instant).split(" ");
  return { zone, date, time };
}
