import { z } from "@hono/zod-openapi";
import { type Fault, fail, invalidRequest } from "../../platform/http/problem.ts";
import { Day, Time, text } from "../../platform/text/text.ts";
import { costs } from "../codes.ts";
import { findPostcode } from "../postcodes.ts";
import { accessNeeds } from "./access.ts";
import type { Near } from "./area-filter.ts";

export const age = z
  .int()
  .min(0)
  .max(120)
  .openapi({ description: "Only services that take somebody of this age, in whole years", example: 17 });

export const language = z
  .string()
  .regex(/^[a-z]{2,3}$/)
  .openapi({
    description: "Only services stated to be given in this language, an ISO 639 code",
    example: "pl",
  });

const orNational = "Services for the whole country are included, after local ones";
export const province = text(80).openapi({
  description: `Only services for people in this province. ${orNational}`,
  example: "Utrecht",
});
export const municipality = text(80).openapi({
  description: `Only services for people in this municipality or its province. ${orNational}`,
  example: "Amersfoort",
});
export const postcode = z
  .string()
  .regex(/^[1-9]\d{3}$/)
  .openapi({
    description: "The four digits of a Dutch postcode, from whose center is measured",
    example: "3511",
  });
export const radiusKilometers = z
  .number()
  .min(1)
  .max(300)
  .openapi({ description: "How far the nearest place of the service may be", example: 25 });
export const openNow = z.boolean().openapi({
  description: "Only services that are open now by their stated hours, over `channel` where that is given",
  example: true,
});
export const openAt = Time.openapi({
  description: "Only services that are open then by their stated hours, over `channel` where that is given",
  example: "2026-01-05T19:30:00Z",
});
export const cost = z
  .enum(costs)
  .openapi({ description: "Only services whose help costs this much", example: "free" });
export const accessNeed = z.enum(accessNeeds).openapi({
  description:
    "What somebody needs to come in and take part: `hearing` and `sight` for people who hear or see little, `low-stimulus` a calm place",
  example: "wheelchair",
});
export const verifiedSince = Day.openapi({
  description: "Only services whose entry was confirmed with the organization on or after this day",
  example: "2026-01-01",
});

/** The center of a postcode; refuses one that does not exist. */
export function nearPostcode(digits: string, radius: number, place: Pick<Fault, "in" | "pointer">): Near {
  const found = findPostcode(digits);
  if (!found) return fail(invalidRequest, { errors: [{ ...place, detail: "must be a Dutch postcode" }] });
  return { latitude: found.latitude, longitude: found.longitude, radiusKilometers: radius };
}
