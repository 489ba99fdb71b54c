import type { Platform } from "../../platform/context.ts";
import { readForm } from "../../platform/http/form.ts";
import { comesFromOwnPage } from "../sessions/own-origin.ts";
import { SignInRefused } from "./refusals.ts";

/** The fields of a form that was sent from one of our own pages. */
export async function ownForm({ signing }: Platform, request: Request): Promise<Map<string, string>> {
  if (!comesFromOwnPage(request.headers, signing.issuer)) throw new SignInRefused("not-from-here");
  return (await readForm(request)) ?? new Map();
}
