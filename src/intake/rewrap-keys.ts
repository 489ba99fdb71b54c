import { rewrapCaseKeys, rewrapEach } from "../cases/index.ts";
import { rewrapDisclosureKeys } from "../handoff/index.ts";
import type { Context } from "../platform/context.ts";
import { rewrapRequestKeys } from "./requests/request-key.ts";

/** Brings every wrapped key of the service under the first key-encryption key; answers how many of each kind. */
export const rewrapKeys = (ctx: Context) =>
  rewrapEach(ctx, { cases: rewrapCaseKeys, disclosures: rewrapDisclosureKeys, requests: rewrapRequestKeys });
