/** What one request leaves behind: ids and counts only, never a URL, a body or an address. */
export interface LogEntry {
  at: string;
  requestId: string;
  operationId: string;
  status: number;
  milliseconds: number;
  participantId?: string;
  actorId?: string;
  /** The SQLSTATE or the class of an unexpected failure; its message may quote what was sent. */
  failure?: string;
}

export type Log = (entry: LogEntry) => void;

// biome-ignore lint/suspicious/noConsole: the one place that writes log lines, on every runtime
export const consoleLog: Log = (entry) => console.info(JSON.stringify(entry));
