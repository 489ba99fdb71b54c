import type { Field } from "./entities/index.ts";

export type ValueClass =
  | "missing"
  | "null"
  | "blank text"
  | "text"
  | "long text"
  | "number"
  | "boolean"
  | "list"
  | "object";

/** What kind of value it is: all that a report tells of it. */
export function classOf(value: unknown): ValueClass {
  if (value === undefined) return "missing";
  if (value === null) return "null";
  if (Array.isArray(value)) return "list";
  if (typeof value === "string") {
    if (value.trim() === "") return "blank text";
    return value.length > 500 ? "long text" : "text";
  }
  return typeof value as "number" | "boolean" | "object";
}

/** A value as the directory keeps it; `repair` says what was put right, `refusal` why it cannot be taken. */
export interface Reading {
  value?: string | number | boolean;
  repair?: string;
  refusal?: string;
}

export function readValue(field: Field, given: unknown): Reading {
  const isBlank = typeof given === "string" && given.trim() === "";
  if (given === undefined || given === null || (isBlank && (field.required || field.kind !== "text")))
    return readAbsent(field, given);
  if (typeof given === "object") return { refusal: `is no ${nouns[field.kind]}` };
  return readers[field.kind](given as string | number | boolean, field);
}

function readAbsent(field: Field, given: unknown): Reading {
  const { fallback, required } = field;
  if (fallback !== undefined) return { value: fallback, repair: `is absent: taken as ${fallback}` };
  if (required) return { refusal: "is missing" };
  if (given === undefined) return {};
  return { repair: given === null ? "is null: left out" : "is blank: left out" };
}

const nouns: Record<Field["kind"], string> = {
  text: "text",
  url: "address of the web",
  integer: "whole number",
  number: "number",
  date: "date",
  time: "time of day",
  moment: "point in time",
  code: "code of the standard",
  boolean: "true or false",
};

type Reader = (given: string | number | boolean, field: Field) => Reading;

const readers: Record<Field["kind"], Reader> = {
  text: readText,
  url: readUrl,
  integer: (given) => readNumber(given, true),
  number: (given) => readNumber(given, false),
  date: readDate,
  time: readTime,
  moment: readMoment,
  code: readCode,
  boolean: readBoolean,
};

// PostgreSQL keeps neither in a text.
const unkept = (value: string) => value.includes("\u0000") || !value.isWellFormed();

function readText(given: string | number | boolean, { longest = 500 }: Field): Reading {
  if (typeof given === "boolean") return { refusal: "is no text" };
  if (typeof given === "number") return { value: String(given), repair: "is a number: taken as text" };
  if (given.length > longest) return { refusal: `is longer than ${longest} characters` };
  return unkept(given) ? { refusal: "is no well-formed text" } : { value: given };
}

function readUrl(given: string | number | boolean, field: Field): Reading {
  if (typeof given !== "string") return { refusal: "is no text" };
  const trimmed = given.trim();
  const address = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `https://${trimmed.replace(/^\/\//, "")}`;
  if (/\s/.test(address) || !/^https?:\/\/[^/]*\w/i.test(address) || !URL.canParse(address))
    return { refusal: "is no address of the web" };
  const reading = readText(address, field);
  if (reading.refusal !== undefined || address === given) return reading;
  return {
    ...reading,
    repair: address === trimmed ? "has spaces around it" : "has no scheme: https is taken",
  };
}

function readNumber(given: string | number | boolean, whole: boolean): Reading {
  const refusal = whole ? "is no whole number" : "is no number";
  const isText = typeof given === "string" && /^\s*[+-]?\d+([.,]\d+)?\s*$/.test(given);
  const value = isText ? Number(given.replace(",", ".")) : given;
  if (typeof value !== "number" || !Number.isFinite(value)) return { refusal };
  if (whole && (!Number.isInteger(value) || Math.abs(value) > 2_147_483_647)) return { refusal };
  return isText ? { value, repair: "is text: taken as a number" } : { value };
}

const isDay = (text: string) => {
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text) && text >= "0001";
};

function readDate(given: string | number | boolean): Reading {
  const [, day = "", rest] = /^(\d{4}-\d\d-\d\d)(T.*)?$/.exec(String(given)) ?? [];
  if (!isDay(day)) return { refusal: "is no date" };
  return rest === undefined ? { value: day } : { value: day, repair: "has a time of day: left out" };
}

const timeOfDay = /^([01]?\d|2[0-3]):([0-5]\d)(:[0-5]\d(\.\d{1,6})?)?(Z|[+-]\d\d:?\d\d)?$/;

function readTime(given: string | number | boolean): Reading {
  if (given === "24:00" || given === "24:00:00") return { value: "24:00:00" };
  const [, hour = "", minute, second = ":00", , offset] = timeOfDay.exec(String(given)) ?? [];
  if (!hour) return { refusal: "is no time of day" };
  const value = `${hour.padStart(2, "0")}:${minute}${second}`;
  return offset === undefined ? { value } : { value, repair: "has an offset: taken as local time" };
}

const moment =
  /^(\d{4}-\d\d-\d\d)(?:[T ]([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?$/i;

function readMoment(given: string | number | boolean): Reading {
  const [whole, day = "", hour, , , offset] = moment.exec(String(given)) ?? [];
  if (whole === undefined || !isDay(day)) return { refusal: "is no point in time" };
  if (hour === undefined)
    return { value: `${day}T00:00:00Z`, repair: "has no time of day: midnight is taken" };
  return offset === undefined
    ? { value: `${whole}Z`, repair: "has no offset: UTC is taken" }
    : { value: whole };
}

function readCode(given: string | number | boolean, { codes = [] }: Field): Reading {
  const meant = String(given).trim().toLowerCase();
  const value = codes.find((code) => code.toLowerCase() === meant);
  if (value === undefined) return { refusal: `is none of: ${codes.join(", ")}` };
  return value === given ? { value } : { value, repair: `is written otherwise: taken as ${value}` };
}

function readBoolean(given: string | number | boolean): Reading {
  if (typeof given === "boolean") return { value: given };
  return given === "true" || given === "false"
    ? { value: given === "true" }
    : { refusal: "is not true or false" };
}
