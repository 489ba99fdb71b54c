import { readFileSync } from "node:fs";
import { EnvironmentFault } from "./env.ts";

const secrets = [
  "SECRET",
  "SIGNING_KEYS",
  "KEY_ENCRYPTION_KEYS",
  "DATABASE_URL",
  "MIGRATE_DATABASE_URL",
  "MAILBOX_PASSWORD",
  "LEDGER_KEY",
  "LEDGER_S3_SECRET_ACCESS_KEY",
];

type Variables = Record<string, string | undefined>;

/** The environment with what NAME_FILE holds as NAME, for each secret. */
export function withSecretFiles(variables: Variables): Variables {
  const read = secrets.flatMap((name) => {
    const file = variables[`${name}_FILE`];
    if (!file) return [];
    if (variables[name]) throw new EnvironmentFault(`${name}_FILE: ${name} is given too: take one of them`);
    return [[name, contentOf(`${name}_FILE`, file)]];
  });
  return { ...variables, ...Object.fromEntries(read) };
}

function contentOf(name: string, file: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new EnvironmentFault(`${name}: must name a file that can be read`);
  }
}

const named = new RegExp(`^-{0,2}(${secrets.join("|").replaceAll("_", "[-_]")})(=|$)`, "i");
const looksSecret = /^postgres(ql)?:\/\/|"(?:d|k)"\s*:/i;

/** What is wrong with the arguments of a command: everyone on the machine can read them. */
export function secretInArguments(given: readonly string[]): string | undefined {
  if (!given.some((argument) => named.test(argument) || looksSecret.test(argument))) return undefined;
  return "secrets are read from the environment or from files (SECRET_FILE and so on), never from arguments, which everyone on the machine can read";
}
