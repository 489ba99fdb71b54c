export type IdSource = () => string;

/** Version 4: an id tells neither when nor in which order a record was made. */
export const randomIds: IdSource = () => crypto.randomUUID();
