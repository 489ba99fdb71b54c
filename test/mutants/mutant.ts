/** One deliberate break of a rule, and the tests of which at least one must fail of it. */
export interface Mutant {
  /** An invariant (drizzle/README.md), or what the rule is about. */
  breaks: string;
  /** What then could happen. */
  so: string;
  tests: readonly string[];
  /** In the code: the line as it stands, and what stands there instead. */
  code?: { file: string; line: string; instead: string };
  /** In the schema: what its owner runs before the tests. */
  schema?: string;
}

/** Replaces words within a function of the schema; fails where they are not there. */
export const rewrite = (name: string, words: string, instead: string) =>
  `do $mutant$ declare before text := pg_get_functiondef('handreiking.${name}'::regproc);
    after text := replace(before, $words$${words}$words$, $words$${instead}$words$);
  begin
    if before = after then raise exception '${name} does not hold these words'; end if;
    execute after;
  end $mutant$`;

/** The tests of one rule, and shorthand for what breaks it. */
export const breaking = (breaks: string, ...tests: string[]) => ({
  code: (so: string, file: string, line: string, instead: string): Mutant => ({
    breaks,
    so,
    tests,
    code: { file: `src/${file}`, line, instead },
  }),
  schema: (so: string, schema: string): Mutant => ({ breaks, so, tests, schema }),
  sql: (so: string, name: string, words: string, instead: string): Mutant => ({
    breaks,
    so,
    tests,
    schema: rewrite(name, words, instead),
  }),
});
