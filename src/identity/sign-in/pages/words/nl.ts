import type { Words } from "./words.ts";

export const nl: Words = {
  language: "nl",
  signIn: {
    title: "Inloggen",
    lead: "Handreiking is voor mensen die bij een hulplijn of een partnerorganisatie werken.",
    atOrganization: "Bij uw organisatie",
    organization: "Naam van uw organisatie",
    organizationHint: "Voluit, zoals het netwerk haar kent",
    goOn: "Verder",
    signedInAlready: "U bent ingelogd. Naar uw account",
  },
  leaving: {
    title: "Naar uw organisatie",
    lead: "U logt in bij uw eigen organisatie. Daar gaat u nu heen:",
    link: "Ga verder als er niets gebeurt",
  },
  welcome: { title: "U bent ingelogd", lead: "Een ogenblik.", link: "Ga verder als er niets gebeurt" },
  account: {
    title: "Uw account",
    who: "U bent ingelogd als",
    organization: "Organisatie",
    roles: "Wat u doet",
    sessions: "Waar u bent ingelogd",
    sessionsLead: "Kent u er een niet? Beëindig die, en zeg het uw beheerder.",
    thisOne: "Deze browser",
    since: (time, method) => `Sinds ${time}, ${method}`,
    seen: (time) => `Laatst gebruikt ${time}`,
    end: "Beëindigen",
    signOut: "Uitloggen",
    everywhere: "Overal uitloggen",
  },
  signedOut: {
    title: "U bent uitgelogd",
    lead: "Deze browser bewaart niets van uw werk. Sluit op een gedeelde computer ook het venster.",
    again: "Opnieuw inloggen",
  },
  demo: {
    title: "Probeer het als iemand",
    lead: "Deze installatie is om uit te proberen. Zet er geen echte mensen in.",
    as: (name) => `Inloggen als ${name}`,
  },
  refused: {
    title: "Inloggen is niet gelukt",
    again: "Opnieuw proberen",
    reference: "Wie u helpt, vindt deze poging terug met dit nummer:",
    why: {
      "unknown-organization":
        "Wij kennen geen organisatie met die naam waarvan mensen zo inloggen. Kijk de spelling na, of vraag uw beheerder hoe uw organisatie hier heet.",
      "not-from-here": "Dit verzoek kwam niet van deze pagina. Begin hier opnieuw.",
      expired:
        "Deze poging is voorbij: ze duurde langer dan tien minuten, was al gebruikt, of begon in een andere browser. Begin opnieuw.",
      cancelled: "Uw organisatie liet u niet door, of u bent daar zelf gestopt.",
      provider:
        "Wij konden de plek waar uw organisatie mensen laat inloggen niet vertrouwen of niet bereiken. Aan u ligt het niet. Probeer het later, of zeg het uw beheerder.",
      "not-strong":
        "Uw organisatie liet u binnen op een manier die voor dit werk niet sterk genoeg is. Log daar in met uw tweede stap, bijvoorbeeld een app of een beveiligingssleutel.",
      "no-role": "Volgens uw organisatie hebt u hier geen taak. Klopt dat niet, vraag het dan uw beheerder.",
      "unknown-person":
        "Uw organisatie kent u, maar hier weet nog niemand dat u meedoet. Vraag uw beheerder u toe te voegen.",
      suspended: "Dit account is gesloten. Vraag het uw beheerder.",
    },
  },
  methods: { oidc: "bij uw organisatie", passkey: "met een passkey", demo: "om te proberen" },
  roles: {
    intake: "Intake",
    counsellor: "Vertrouwenspersoon",
    coordinator: "Coördinator",
    administrator: "Beheerder",
    partner: "Medewerker van een partner",
    "privacy-officer": "Functionaris gegevensbescherming",
  },
};
