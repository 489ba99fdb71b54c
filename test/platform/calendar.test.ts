import Holidays from "date-holidays";
import { expect, test } from "vitest";
import { workingDaysLater } from "../../src/platform/calendar.ts";

test("working days are those that are no weekend and no public holiday of the Netherlands", () => {
  const holidays = new Holidays("NL", { types: ["public"] });
  for (let year = 2020; year < 2060; year++) {
    const listed = new Set(holidays.getHolidays(year).map(({ date }) => date.slice(0, 10)));
    const [first, end] = [Date.UTC(year, 0, 1, 11), Date.UTC(year + 1, 0, 1, 11)];
    for (let time = first; time < end; time += 86_400_000) {
      const day = new Date(time);
      const off = [0, 6].includes(day.getUTCDay()) || listed.has(day.toISOString().slice(0, 10));
      const next = workingDaysLater(new Date(time - 86_400_000), 1)
        .toISOString()
        .slice(0, 10);
      expect(next === day.toISOString().slice(0, 10), day.toISOString().slice(0, 10)).toBe(!off);
    }
  }
});
