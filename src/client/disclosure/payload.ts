import { refuse } from "./fault.ts";

const longest = 4000;
const mostTexts = 20;

/** Every field of every category: what somebody who takes the caller over needs to know before the first call. */
const fields = {
  contact: {
    /** How the caller wants to be called; need not be the name in the papers. */
    name: "text",
    phone: "text",
    mail: "text",
    address: "text",
    /** The language to speak, and whether an interpreter is needed. */
    language: "text",
    interpreterNeeded: "flag",
    /** How to reach the caller without putting them in danger. To be followed to the letter. */
    safeContact: {
      /** The only ways to reach them, the best one first. */
      channels: "texts",
      /** When: "weekdays 9 to 12". */
      times: "texts",
      voicemailAllowed: "flag",
      /** Who else may pick up or read along. */
      othersAtThisAddress: "text",
      /** What to say when somebody else answers. */
      sayToOthers: "text",
      /** By which the caller knows that it is really you. */
      codeWord: "text",
      /** RFC 3339: when the caller last said that this holds. */
      verifiedAt: "text",
    },
  },
  identity: {
    givenNames: "text",
    familyName: "text",
    /** YYYY-MM-DD. */
    birthDate: "text",
    nationality: "text",
    /** Residence permit or insurance, where the help depends on it. Never a citizen number. */
    standing: "text",
    /** Who speaks for the person, and by what right. */
    representative: "text",
  },
  health: {
    /** What hurts most now, in the caller's words. */
    complaints: "text",
    /** Thoughts of suicide, self-harm, withdrawal from drugs or medicine: what to watch for at once. */
    acuteRisks: "text",
    medication: "text",
    /** Who treats them, and who treated them. */
    treatedBy: "text",
    /** Hearing, sight, walking, pregnancy: what to provide for at an appointment. */
    accessNeeds: "text",
  },
  criminal: {
    /** What was done to them, when and where, as far as they told it. */
    events: "text",
    /** Who did it, as far as they want it known. */
    suspects: "text",
    /** Whether they went to the police, or want to. */
    reported: "text",
    reportNumber: "text",
    /** Messages, photos, injuries recorded: what there is and where it is safe. */
    evidence: "text",
    /** Restraining orders, threats, weapons: what endangers them or a visitor. */
    danger: "text",
  },
  belief: {
    movement: "text",
    /** Inside, leaving or out, and since when. */
    standing: "text",
    /** What of it still counts for them: food, days, touch, who may be alone with whom. */
    toRespect: "text",
    /** Words or subjects that frighten or bind them. */
    toAvoid: "text",
  },
  family: {
    household: "text",
    /** Each child: age, where it lives, who has custody. */
    children: "texts",
    /** Relatives who are still inside or who side with the movement. */
    insideTheGroup: "text",
    /** Whom they trust. */
    support: "texts",
  },
} as const;

type ValueOf<S> = S extends "text"
  ? string
  : S extends "flag"
    ? boolean
    : S extends "texts"
      ? readonly string[]
      : { readonly [K in keyof S]?: ValueOf<S[K]> | undefined };

/** What a disclosure tells, by category. Every field may be left out. */
export type Disclosed = ValueOf<typeof fields>;
export type DataCategory = keyof typeof fields;

export const dataCategories = Object.keys(fields) as DataCategory[];

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Of a payload only what the categories cover, in known fields; refuses a field that holds something else. */
export function coveredBy(categories: readonly DataCategory[], payload: unknown): Disclosed {
  if (!isObject(payload)) return refuse("payload-invalid");
  const shape = Object.fromEntries(categories.map((category) => [category, fields[category]]));
  // `read` keeps exactly the table's fields, each of its kind.
  return read(shape, payload) as Disclosed;
}

/** Whether nothing of the payload lies outside the categories and their fields. */
export function isCoveredBy(categories: readonly DataCategory[], payload: Disclosed): boolean {
  return countOf(coveredBy(categories, payload)) === countOf(payload);
}

const countOf = (value: unknown): number =>
  isObject(value)
    ? Object.values(value).reduce<number>(
        (sum, part) => sum + (part === undefined ? 0 : 1 + countOf(part)),
        0,
      )
    : 0;

function read(shape: unknown, value: unknown): unknown {
  if (shape === "text" && isText(value)) return value;
  if (shape === "flag" && typeof value === "boolean") return value;
  if (shape === "texts" && Array.isArray(value) && value.length <= mostTexts && value.every(isText))
    return [...value];
  if (!isObject(shape) || !isObject(value)) return refuse("payload-invalid");
  return Object.fromEntries(
    Object.keys(shape)
      .filter((name) => Object.hasOwn(value, name) && value[name] !== undefined)
      .map((name) => [name, read(shape[name], value[name])]),
  );
}

const isText = (value: unknown) =>
  typeof value === "string" && value.length <= longest && value.isWellFormed();
