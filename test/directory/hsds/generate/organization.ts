import {
  attributes,
  contacts,
  fundings,
  languages,
  metadata,
  organizationIdentifiers,
  organizations,
  phones,
  programs,
  urls,
} from "../../../../src/directory/schema.ts";
import { at, cities, idOf, pick, saidOf, type Tables, themes } from "./words.ts";

/** The `n`th organization with all that is said of it. */
export function organizationRows(n: number, isPublic: boolean): Tables {
  const id = idOf("organization", n);
  const [city] = pick(cities, n);
  const name = `Stichting ${pick(themes, n)} ${city} ${n}`;
  const contact = { id: idOf("contact/organization", n), organizationId: id };
  const ownPhone = { id: idOf("phone/organization", n), organizationId: id, number: `020 ${600_0000 + n}` };
  const said = [
    saidOf("organization", id, n),
    saidOf("contact", contact.id, n),
    saidOf("phone", ownPhone.id, n),
  ];
  return [
    [organizations, [{ ...organizationRow(id, name, n), isPublic }]],
    [
      organizationIdentifiers,
      [
        {
          id: idOf("organization_identifier", n),
          organizationId: id,
          identifierScheme: "NL-KVK",
          identifierType: "KvK",
          identifier: String(60_000_000 + n),
        },
      ],
    ],
    [
      programs,
      [
        {
          id: idOf("program", n),
          organizationId: id,
          name: `Programma ${n}`,
          alternateName: `P${n}`,
          description: "Samen sterk",
        },
      ],
    ],
    [
      contacts,
      [{ ...contact, name: "Redactie", title: "Hoofd", department: "Intake", email: `c${n}@hulp.example` }],
    ],
    [phones, [{ ...ownPhone, extension: n % 100, country: "NL", type: "voice", description: "Algemeen" }]],
    [
      languages,
      [
        {
          id: idOf("language/phone", n),
          phoneId: ownPhone.id,
          name: "Nederlands",
          code: "nl",
          note: "Altijd",
        },
      ],
    ],
    [fundings, [{ id: idOf("funding/organization", n), organizationId: id, source: "Gemeente" }]],
    [
      urls,
      [
        {
          id: idOf("url/organization", n),
          organizationId: id,
          label: "Blog",
          url: `https://blog${n}.example`,
        },
      ],
    ],
    [attributes, said.flatMap((each) => each.attributes)],
    [metadata, said.flatMap((each) => each.metadata)],
  ];
}

const organizationRow = (id: string, name: string, n: number) => ({
  id,
  name,
  alternateName: `Alternatief ${n}`,
  description: `Hulp na dwang en misbruik, afdeling ${n}`,
  email: `info${n}@hulp.example`,
  website: `https://hulp${n}.example`,
  taxStatus: "ANBI",
  taxId: String(800_000_000 + n),
  yearIncorporated: 1980 + (n % 40),
  legalStatus: "stichting",
  logo: `https://hulp${n}.example/logo.svg`,
  uri: `https://hulp${n}.example/id`,
  parentOrganizationId: n > 0 ? idOf("organization", Math.floor(n / 10)) : null,
  country: "NL",
  lastModified: at(n),
});
