import type { Role } from "../../../../permissions.ts";
import type { SignInMethod } from "../../../sessions/schema.ts";
import type { Refusal } from "../../refusals.ts";

export interface Words {
  language: "nl" | "en";
  signIn: {
    title: string;
    lead: string;
    atOrganization: string;
    organization: string;
    organizationHint: string;
    goOn: string;
    signedInAlready: string;
  };
  leaving: { title: string; lead: string; link: string };
  welcome: { title: string; lead: string; link: string };
  account: {
    title: string;
    who: string;
    organization: string;
    roles: string;
    sessions: string;
    sessionsLead: string;
    thisOne: string;
    since(time: string, method: string): string;
    seen(time: string): string;
    end: string;
    signOut: string;
    everywhere: string;
  };
  signedOut: { title: string; lead: string; again: string };
  demo: { title: string; lead: string; as(name: string): string };
  refused: { title: string; again: string; reference: string; why: Record<Refusal, string> };
  methods: Record<SignInMethod, string>;
  roles: Record<Role, string>;
}
