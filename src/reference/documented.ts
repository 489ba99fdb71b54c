import type { OpenApiDocument, Parameter, Schema } from "./document.ts";

export interface DocumentedOperation {
  id: string;
  method: string;
  /** With the server's path before it. */
  path: string;
  tag: string;
  summary: string;
  description?: string;
  deprecated: boolean;
  /** Scopes that are needed together, one entry per way in; empty when it is open to everyone. */
  permissions: readonly (readonly string[])[];
  parameters: readonly Parameter[];
  body?: { description?: string; schema?: Schema; media?: string };
  answers: readonly DocumentedAnswer[];
  refusals: readonly Refusal[];
}

export interface DocumentedAnswer {
  status: string;
  description: string;
  schema?: Schema;
  headers: readonly { name: string; description?: string }[];
}

export interface Refusal {
  status: number;
  title: string;
  /** Absent where the document tells a refusal in prose only. */
  code?: string;
}

export interface DocumentedProblem extends Refusal {
  code: string;
  detail?: string;
  operations: readonly DocumentedOperation[];
}

/** The document as the page tells it. */
export interface Reference {
  document: OpenApiDocument;
  base: string;
  tags: readonly { name: string; description?: string; operations: readonly DocumentedOperation[] }[];
  operations: readonly DocumentedOperation[];
  schemas: Readonly<Record<string, Schema>>;
  permissions: Readonly<Record<string, string>>;
  problems: readonly DocumentedProblem[];
  /** What is told once, as it may come with every operation. */
  everywhere: { problems: readonly DocumentedProblem[]; headers: DocumentedAnswer["headers"] };
}
