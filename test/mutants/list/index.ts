import type { Mutant } from "../mutant.ts";
import { ofHandoff } from "./handoff.ts";
import { ofHttp } from "./http.ts";
import { ofIdentity } from "./identity.ts";
import { ofOverrides } from "./overrides.ts";
import { ofPlanning } from "./planning.ts";

export const mutants: readonly Mutant[] = [
  ...ofHandoff,
  ...ofOverrides,
  ...ofIdentity,
  ...ofHttp,
  ...ofPlanning,
];
