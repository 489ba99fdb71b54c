import { z } from "@hono/zod-openapi";
import { holdsCitizenNumber } from "./citizen-number.ts";

// Controls other than newline and tab, which PostgreSQL or a terminal would choke on.
const control = /[^\P{Cc}\n\t]/u;
// Bidirectional controls and zero-width characters, which make one name look like another.
const invisible = /[\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/;

const wellFormed = (value: string) => value.isWellFormed() && !control.test(value);

/** Text that people typed, as NFC: no control characters but newline and tab. */
export const text = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine(wellFormed, "must be well-formed text without control characters")
    .transform((value) => value.normalize("NFC"));

/** A name or other single line: as `text`, and nothing invisible in it. */
export const line = (longest: number) =>
  text(longest).refine(
    (value) => !/[\n\t]/.test(value) && !invisible.test(value),
    "must be one line without invisible characters",
  );

const noCitizenNumber = "must hold no Dutch citizen number (BSN): it is never kept";

/** Text about a person: as `text`, and no citizen number in it. */
export const personalText = (longest: number) =>
  text(longest).refine((value) => !holdsCitizenNumber(value), noCitizenNumber);

/** A single line about a person: as `line`, and no citizen number in it. */
export const personalLine = (longest: number) =>
  line(longest).refine((value) => !holdsCitizenNumber(value), noCitizenNumber);

export const Id = z.uuid();

/** A day of the calendar (RFC 3339, full-date). Years 1900–2100. */
export const Day = z.iso
  .date()
  .refine(
    (value) => value >= "1900-01-01" && value <= "2100-12-31",
    "must lie between the years 1900 and 2100",
  );

/** RFC 3339 with an offset; `-00:00`, which says that the offset is unknown, is refused. Years 1900–2100. */
export const Time = z.iso
  .datetime({ offset: true })
  .refine((value) => !value.endsWith("-00:00"), "must have a known offset")
  .refine((value) => {
    const year = new Date(value).getUTCFullYear();
    return !(year < 1900 || year > 2100);
  }, "must lie between the years 1900 and 2100")
  .openapi({ example: "2026-11-24T09:30:00Z" });
