import { z } from "@hono/zod-openapi";
import { audiences, channels, costs, domains, statuses } from "../schema.ts";
import partners from "./partners.nl.json" with { type: "json" };

const PartnerService = z.object({
  name: z.string(),
  description: z.string(),
  topics: z.array(z.string()),
  audience: z.array(z.enum(audiences)),
});
export type PartnerService = z.output<typeof PartnerService>;

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
  area: z.enum(["national", "Belgium", "Flanders"]),
  channels: z.array(z.enum(channels)),
  minimumAge: z.int().optional(),
  maximumAge: z.int().optional(),
  services: z.array(PartnerService),
});
export type Partner = z.output<typeof Partner>;

/** The organizations of the starter file. Their opening hours stay in the file for now. */
export const readPartners = (): Partner[] => z.array(Partner).parse(partners.organizations);

/** Topics that the file calls otherwise than our taxonomies do. */
const renamed: Record<string, string> = {
  trauma: "trauma-care",
  malpractice: "care-complaint",
  religion: "spiritual-abuse",
};

/** The code of the term that a topic of the file stands for. */
export const termCodeOf = (topic: string): string => renamed[topic] ?? topic;
