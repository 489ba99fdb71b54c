import { z } from "@hono/zod-openapi";
import { Time } from "../../platform/text/text.ts";
import { introductionChannels } from "../codes.ts";

export const introductionTime = Time.openapi({
  description: "When the caller, the counsellor and the recipient speak, within the coming 60 days",
  example: "2026-01-14T13:00:00Z",
});

export const introductionChannel = z
  .enum(introductionChannels)
  .openapi({ description: "How they speak", example: "three-way-call" });
