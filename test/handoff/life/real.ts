import type { Action } from "./commands.ts";
import type { Request } from "./request.ts";
import type { Stage } from "./stage.ts";

export interface Sent {
  action: Action;
  request: Request;
  key: string;
  at: Date;
  status: number;
  id: string | undefined;
}

/** The service under test, what was sent to it, and what had ended when it was last looked at. */
export interface Real {
  stage: Stage;
  sent: Sent[];
  ended: Map<string, string>;
}

export const hoursLater = (now: Date, hours: number) => new Date(now.getTime() + hours * 3_600_000);
