import { html } from "hono/html";
import { anchors } from "./anchors.ts";
import type { Schema } from "./document.ts";
import type { Html } from "./markdown.ts";
import { nameOf } from "./pointer.ts";

/** The kind of value in words, with links to named schemas. */
export function shape(schema: Schema): Html {
  if (schema.$ref) {
    const name = nameOf(schema.$ref);
    return html`<a href="#${anchors.schema(name)}">${name}</a>`;
  }
  if (schema.const !== undefined) return value(schema.const);
  const [only, ...others] = schema.enum ?? [];
  if (schema.enum && others.length === 0) return value(only);
  if (schema.enum) return html`one of ${joined(schema.enum.map(value), ", ")}`;
  if (schema.items) return html`list of ${withLimits(schema.items)}`;
  const alternatives = schema.anyOf ?? schema.oneOf;
  if (alternatives) return html`${joined(distinct(alternatives.map(withLimits)), " or ")}`;
  if (typeof schema.additionalProperties === "object" && !schema.properties)
    return html`object of ${withLimits(schema.additionalProperties)}`;
  const types = [schema.type ?? "any value"].flat().join(" or ");
  return html`${schema.format ? `${types}, ${schema.format}` : types}`;
}

function withLimits(schema: Schema): Html {
  const limits = limitsOf(schema);
  return html`${shape(schema)}${limits.length > 0 && html` (${joined(limits, ", ")})`}`;
}

const value = (literal: unknown) =>
  html`<code>${typeof literal === "string" ? literal : JSON.stringify(literal)}</code>`;

const joined = (parts: readonly (string | Html)[], separator: string) =>
  parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`));

const distinct = (parts: readonly Html[]) => [...new Map(parts.map((part) => [String(part), part])).values()];

/** What a value is held to besides its kind. */
export function limitsOf(schema: Schema): Html[] {
  const { minLength, maxLength, minItems, maxItems, pattern, format, uniqueItems } = schema;
  const words = [
    between(minLength, maxLength, "character"),
    between(minItems, maxItems, uniqueItems ? "different entry" : "entry"),
    numeric(schema),
  ];
  return [
    ...words.filter((word) => word !== undefined).map((word) => html`${word}`),
    // A named format says it better than its pattern does.
    ...(pattern && !format ? [html`matches <code>${pattern}</code>`] : []),
    ...(schema.default === undefined ? [] : [html`${value(schema.default)} unless given`]),
  ];
}

function between(least: number | undefined, most: number | undefined, noun: string): string | undefined {
  const counted = (count: number) => `${count} ${count === 1 ? noun : noun.replace(/y$/, "ie").concat("s")}`;
  if (most === undefined) return least ? `at least ${counted(least)}` : undefined;
  if (!least) return `at most ${counted(most)}`;
  return least === most ? `exactly ${counted(most)}` : `${least} to ${counted(most)}`;
}

function numeric({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Schema): string | undefined {
  // The bounds of exact integers in JSON are no limit that anyone chose.
  const chosen = (bound = Number.MAX_SAFE_INTEGER) =>
    Math.abs(bound) < Number.MAX_SAFE_INTEGER ? bound : undefined;
  const [least, most] = [chosen(minimum), chosen(maximum)];
  const words = [
    least !== undefined && most !== undefined ? `${least} to ${most}` : undefined,
    least !== undefined && most === undefined ? `at least ${least}` : undefined,
    least === undefined && most !== undefined ? `at most ${most}` : undefined,
    typeof exclusiveMinimum === "number" ? `more than ${exclusiveMinimum}` : undefined,
    typeof exclusiveMaximum === "number" ? `less than ${exclusiveMaximum}` : undefined,
  ];
  return words.filter(Boolean).join(", ") || undefined;
}
