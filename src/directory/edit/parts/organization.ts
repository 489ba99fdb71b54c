import type { Part } from "../part.ts";
import { contact, funding, phone, url } from "./contact.ts";

const identifier: Part = {
  entity: "organization_identifier",
  words: {
    identifier_scheme: ["Who gives out such identifiers", "NL-KVK"],
    identifier_type: ["What kind it is", "KvK-nummer"],
    identifier: ["The identifier", "12345678"],
  },
};

export const organization: Part = {
  entity: "organization",
  words: {
    name: ["Its name", "Slachtofferhulp Nederland"],
    alternate_name: ["Another name that it is known by", "Slachtofferhulp"],
    description: ["What it does", "Hulp bij schadevergoeding."],
    email: ["Its e-mail address", "info@example.org"],
    website: ["Its website", "https://www.example.org"],
    tax_status: ["Its tax status", "ANBI"],
    tax_id: ["Its tax number", "123456789"],
    year_incorporated: ["When it was founded", 1984],
    legal_status: ["Its legal form", "stichting"],
    logo: ["Where its logo is", "https://www.example.org/logo.svg"],
    uri: ["An identifier as a URI", "https://www.example.org/#organisatie"],
    country: ["Where it is based, ISO 3166-1 alpha-2; NL where it is left out", "NL"],
    is_public: ["Whether `/hsds` shows it to everybody", true],
  },
  lists: {
    phones: { part: phone, by: "organization_id", description: "Its telephone numbers" },
    contacts: { part: contact, by: "organization_id", description: "Whom to turn to" },
    additionalWebsites: { part: url, by: "organization_id", description: "Its other addresses on the web" },
    organizationIdentifiers: {
      part: identifier,
      by: "organization_id",
      description: "By what others know it",
    },
    funding: { part: funding, by: "organization_id", description: "What it is paid from" },
  },
};
