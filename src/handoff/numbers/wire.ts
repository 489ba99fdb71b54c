import { z } from "@hono/zod-openapi";
import { Id } from "../../platform/text/text.ts";
import { declineReasons } from "../codes.ts";
import type { NumbersRow } from "./store.ts";

const minutes = (description: string, example: number) =>
  z
    .int()
    .min(0)
    .optional()
    .openapi({ description: `${description}, in whole minutes`, example });

const withheld = "; in the network's numbers left out where a caller could be told from it";

const timesOf = (description: string) =>
  z
    .object({
      count: z
        .int()
        .optional()
        .openapi({
          description: `Of how many it was measured${withheld}`,
          example: 12,
        }),
      median: minutes("Half of them took no longer than this", 95),
      ninetiethPercentile: minutes("Nine in ten took no longer than this", 1310),
    })
    .openapi({ description });

const figures = {
  offers: z.int().openapi({ description: "How many referrals were offered", example: 14 }),
  acknowledge: timesOf(
    "From the offer until the partner first said anything: acknowledged, accepted or declined it",
  ),
  answer: timesOf("From the offer until the partner accepted or declined it"),
  introduce: timesOf(
    "From the acceptance until the introduction in which caller and partner met, as both sides confirmed",
  ),
  declines: z
    .array(
      z.object({
        reason: z.enum(declineReasons).openapi({ description: "Why", example: "no-capacity" }),
        count: z.int().openapi({ description: "How many", example: 3 }),
      }),
    )
    .openapi({
      description:
        "How many the partner declined, by reason; a reason that nobody gave is left out, and in the network's numbers one that fewer than ten times was given",
    }),
  lapses: z
    .int()
    .optional()
    .openapi({ description: `How many lapsed, for nobody answered in time${withheld}`, example: 12 }),
};

export const HandoffFigures = z.object(figures).openapi("HandoffFigures", {
  description: "What happened in the period. Each thing counts on the day on which it happened",
});
type HandoffFigures = z.input<typeof HandoffFigures>;

export const PartnerFigures = z
  .object({
    partner: z
      .object({ id: Id, name: z.string().openapi({ description: "Its name", example: "De Brug" }) })
      .openapi({ description: "The participant that receives" }),
    ...figures,
  })
  .openapi("PartnerFigures", { description: "The same of one partner" });
type PartnerFigures = z.input<typeof PartnerFigures>;

export const presentFigures = (row: NumbersRow): HandoffFigures => ({
  offers: row.offers,
  acknowledge: presentTimes(row.acknowledged, row.acknowledgeMedian, row.acknowledgeSlow),
  answer: presentTimes(row.answered, row.answerMedian, row.answerSlow),
  introduce: presentTimes(row.introduced, row.introduceMedian, row.introduceSlow),
  declines: declineReasons.flatMap((reason) => {
    const count = row.declines[reason];
    return count ? [{ reason, count }] : [];
  }),
  ...(row.lapses !== null && { lapses: row.lapses }),
});

const presentTimes = (count: number | null, median: number | null, ninetiethPercentile: number | null) => ({
  ...(count !== null && { count }),
  ...(median !== null && { median }),
  ...(ninetiethPercentile !== null && { ninetiethPercentile }),
});

/** By name, for a person to read. */
export const presentPartners = (found: readonly NumbersRow[]): PartnerFigures[] =>
  found
    .flatMap((row) => {
      const { partnerId: id, partnerName: name } = row;
      return id && name ? [{ partner: { id, name }, ...presentFigures(row) }] : [];
    })
    .sort((one, other) => one.partner.name.localeCompare(other.partner.name, "nl"));
