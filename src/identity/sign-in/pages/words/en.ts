import type { Words } from "./words.ts";

export const en: Words = {
  language: "en",
  signIn: {
    title: "Sign in",
    lead: "Handreiking is for people who work at a helpline or a partner organization.",
    atOrganization: "At your organization",
    organization: "Name of your organization",
    organizationHint: "In full, as the network knows it",
    goOn: "Continue",
    signedInAlready: "You are signed in. Go to your account",
  },
  leaving: {
    title: "To your organization",
    lead: "You sign in at your own organization. This is where you are going:",
    link: "Continue if nothing happens",
  },
  welcome: { title: "You are signed in", lead: "One moment.", link: "Continue if nothing happens" },
  account: {
    title: "Your account",
    who: "You are signed in as",
    organization: "Organization",
    roles: "What you do",
    sessions: "Where you are signed in",
    sessionsLead: "Do you not know one of these? End it, and tell your administrator.",
    thisOne: "This browser",
    since: (time, method) => `Since ${time}, ${method}`,
    seen: (time) => `Last used ${time}`,
    end: "End",
    signOut: "Sign out",
    everywhere: "Sign out everywhere",
  },
  signedOut: {
    title: "You have signed out",
    lead: "This browser keeps nothing of your work. On a shared computer, close the window as well.",
    again: "Sign in again",
  },
  demo: {
    title: "Try it as somebody",
    lead: "This installation is for trying it out. Do not put real people in it.",
    as: (name) => `Sign in as ${name}`,
  },
  refused: {
    title: "Signing in did not work",
    again: "Try again",
    reference: "Whoever helps you can find this attempt by its number:",
    why: {
      "unknown-organization":
        "We know no organization of that name whose people sign in this way. Check the spelling, or ask your administrator how your organization is called here.",
      "not-from-here": "That request did not come from this page. Start again from here.",
      expired:
        "This attempt is over: it took longer than ten minutes, was used before, or began in another browser. Start again.",
      cancelled: "Your organization did not let you through, or you stopped there yourself.",
      provider:
        "We could not trust, or not reach, the place where your organization signs people in. Nothing is wrong on your side. Try again later, or tell your administrator.",
      "not-strong":
        "Your organization let you in by a way that is not strong enough for this work. Sign in there with your second step, for example an app or a security key.",
      "no-role":
        "Your organization says that you have no task here. If that is wrong, ask your administrator.",
      "unknown-person":
        "Your organization knows you, but here nobody has been told that you take part. Ask your administrator to add you.",
      suspended: "This account is closed. Ask your administrator.",
    },
  },
  methods: { oidc: "at your organization", passkey: "with a passkey", demo: "to try it out" },
  roles: {
    intake: "Intake",
    counsellor: "Counsellor",
    coordinator: "Coordinator",
    administrator: "Administrator",
    partner: "Partner member",
    "privacy-officer": "Privacy officer",
  },
};
