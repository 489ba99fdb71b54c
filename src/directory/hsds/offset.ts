import { Temporal } from "temporal-polyfill";

export interface Offset {
  /** Hours east of UTC, as HSDS counts them. */
  hours: number;
  /** The same as ±HH:MM. */
  written: string;
}

/** The offset of an IANA zone at noon, by its own clock, of the day that `at` falls on there. */
export function offsetOf(timeZone: string, at: Date): Offset {
  const day = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone);
  const noon = day.with({ hour: 12, minute: 0, second: 0, millisecond: 0, microsecond: 0, nanosecond: 0 });
  return { hours: noon.offsetNanoseconds / 3.6e12, written: noon.offset };
}
