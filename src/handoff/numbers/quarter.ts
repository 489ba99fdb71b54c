import { startOfDay } from "../../platform/calendar.ts";

export interface Quarter {
  year: number;
  quarter: number;
}

/** `text`: a year and 1 to 4, as `2026-1`. */
export function parseQuarter(text: string): Quarter {
  const [year = 0, quarter = 0] = text.split("-").map(Number);
  return { year, quarter };
}

/** When the quarter is over, by the network's calendar. */
export function endOf({ year, quarter }: Quarter): Date {
  const [endYear, month] = quarter === 4 ? [year + 1, 1] : [year, quarter * 3 + 1];
  return startOfDay(`${endYear}-${String(month).padStart(2, "0")}-01`);
}
