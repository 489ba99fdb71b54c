import { z } from "@hono/zod-openapi";
import { audiences, channels, costs, domains, statuses, type Weekday, weekdays } from "../schema.ts";
import partners from "./partners.nl.json" with { type: "json" };

const PartnerService = z.object({
  name: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  audience: z.array(z.enum(audiences)),
});
export type PartnerService = z.output<typeof PartnerService>;

/** Days of one week that are open alike, by local time. */
export interface OpeningHours {
  byday: string;
  opensAt: string;
  /** Not after `opensAt`: on the next day. 00:00 to 00:00 is day and night. */
  closesAt: string;
}

const days: Record<string, Weekday> = {
  Mo: "MO",
  Tu: "TU",
  We: "WE",
  Th: "TH",
  Fr: "FR",
  Sa: "SA",
  Su: "SU",
};
const rule = /^(Mo|Tu|We|Th|Fr|Sa|Su)(?:-(Mo|Tu|We|Th|Fr|Sa|Su))? (\d\d:\d\d)-(\d\d:\d\d)$/;

/** Reads what the file has of OSM's opening_hours; undefined for what it cannot read whole. */
export function readHours(text: string): OpeningHours[] | undefined {
  if (text === "24/7") return [{ byday: weekdays.join(","), opensAt: "00:00", closesAt: "00:00" }];
  const read = text.split(/;\s*/).map((part) => {
    const [, first = "", last = first, opensAt = "", closes = ""] = rule.exec(part) ?? [];
    const [from, to] = [days[first], days[last]].map((day) => (day ? weekdays.indexOf(day) : -1));
    if (from === undefined || to === undefined || from < 0 || to < from) return undefined;
    return {
      byday: weekdays.slice(from, to + 1).join(","),
      opensAt,
      closesAt: closes === "24:00" ? "00:00" : closes,
    };
  });
  return read.every((each) => each !== undefined) ? read : undefined;
}

const Hours = z.string().transform((text, ctx) => {
  const read = readHours(text);
  if (!read) ctx.addIssue("must be 24/7, or days and times like Mo-Fr 09:00-17:00");
  return read ?? [];
});

const Partner = z.object({
  id: z.string(),
  name: z.string(),
  alternateName: z.string().optional(),
  domain: z.enum(domains),
  country: z.enum(["NL", "BE"]),
  tel: z.string().optional(),
  alternateTel: z.string().optional(),
  emergencyTel: z.string().optional(),
  telAbroad: z.string().optional(),
  callCost: z.enum(["free", "local rate"]).optional(),
  serviceCost: z.enum(costs),
  email: z.string().optional(),
  website: z.string().optional(),
  status: z.enum(statuses).default("active"),
  statusNote: z.string().optional(),
  hours: z.partialRecord(z.enum(channels), Hours).default({}),
  area: z.enum(["national", "Belgium", "Flanders"]),
  channels: z.array(z.enum(channels)),
  minimumAge: z.int().optional(),
  maximumAge: z.int().optional(),
  services: z.array(PartnerService),
});
export type Partner = z.output<typeof Partner>;

/** The organizations of the starter file. */
export const readPartners = (): Partner[] => z.array(Partner).parse(partners.organizations);

/** Topics that the file calls otherwise than our taxonomies do. */
const renamed: Record<string, string> = {
  trauma: "trauma-care",
  malpractice: "care-complaint",
  religion: "spiritual-abuse",
};

/** The code of the term that a topic of the file stands for. */
export const termCodeOf = (topic: string): string => renamed[topic] ?? topic;

export const areas = {
  national: { name: "Nederland", extent: "NL", extentType: "text", national: true },
  Belgium: { name: "België", extent: "BE", extentType: "text", national: true },
  Flanders: { name: "Vlaanderen", extent: "BE-VLG", extentType: "text", national: false },
} as const;

export const timeZones = { NL: "Europe/Amsterdam", BE: "Europe/Brussels" } as const;

export const serviceCosts = {
  free: { option: "free", currency: "EUR", amount: 0, amountDescription: "gratis" },
  "means-tested": { option: "means-tested", amountDescription: "eigen bijdrage naar inkomen en vermogen" },
  paid: { option: "paid", amountDescription: "tegen betaling" },
} as const;

export const callCosts = { free: "gratis", "local rate": "lokaal tarief" } as const;
