const quoted = (lexeme: string) => `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;

/** What holds any of the lexemes, as a tsquery; empty for none, which nothing matches. */
export const anyOf = (lexemes: readonly string[]): string => lexemes.map(quoted).join(" | ");
