import {
  attributes,
  contacts,
  costOptions,
  fundings,
  languages,
  metadata,
  phones,
  requiredDocuments,
  schedules,
  serviceAreas,
  serviceCapacities,
  services,
  statuses,
  urls,
} from "../../../../src/directory/schema.ts";
import { at, cities, idOf, pick, saidOf, type Tables, themes } from "./words.ts";

/** The `n`th service with all that is said of it, except where it is given. */
export function serviceRows(n: number, organization: number): Tables {
  const serviceId = idOf("service", n);
  const of = (kind: string) => ({ id: idOf(`${kind}/service`, n), serviceId });
  const said = saidOf("service", serviceId, n);
  const validity = { validFrom: "2026-01-01", validTo: "2026-12-31" };
  return [
    [services, [serviceRow(serviceId, n, organization)]],
    [urls, [{ ...of("url"), label: "Aanmelden", url: `https://aanmelden.example/${n}` }]],
    [
      phones,
      [{ ...of("phone"), number: `0800-${n}`, country: "NL", type: "voice", description: "Hulplijn" }],
    ],
    [schedules, [{ ...of("schedule"), ...scheduleOf(n), ...validity }]],
    [serviceAreas, [areaRow(of("service_area"), n)]],
    [languages, [{ ...of("language"), name: "Engels", code: "en", note: "Op afspraak" }]],
    [fundings, [{ ...of("funding"), source: "Ministerie" }]],
    [
      costOptions,
      [
        {
          ...of("cost_option"),
          ...validity,
          option: "intake",
          currency: "EUR",
          amount: 12.5,
          amountDescription: "per gesprek",
        },
      ],
    ],
    [
      requiredDocuments,
      [{ ...of("required_document"), document: "Legitimatie", uri: "https://documenten.example/id" }],
    ],
    [contacts, [{ ...of("contact"), name: "Intake", title: "Medewerker", email: `intake${n}@hulp.example` }]],
    [
      serviceCapacities,
      [
        {
          ...of("service_capacity"),
          unitId: idOf("unit", 0),
          available: n % 7,
          maximum: 10,
          description: "Plaatsen",
          updated: at(n),
        },
      ],
    ],
    [attributes, said.attributes],
    [metadata, said.metadata],
  ];
}

const areaRow = (of: { id: string; serviceId: string }, n: number) => {
  const [city, province] = pick(cities, n);
  const name = n % 3 === 0 ? "Nederland" : n % 3 === 1 ? province : city;
  return { ...of, name, description: "Werkgebied", extent: name, extentType: "text", national: n % 3 === 0 };
};

/** Days, a nightly one, and a day of the month. */
export const scheduleOf = (n: number) => ({
  dtstart: "2026-01-01",
  until: "2026-12-31",
  count: 52,
  wkst: "MO" as const,
  freq: n % 3 === 2 ? ("MONTHLY" as const) : ("WEEKLY" as const),
  interval: 1,
  byday: n % 3 === 2 ? "2MO" : "MO,TU,WE,TH,FR",
  byweekno: "1",
  bymonthday: "15",
  byyearday: "100",
  description: "Ook op afspraak",
  opensAt: n % 3 === 1 ? "20:00" : "09:00",
  closesAt: n % 3 === 1 ? "04:00" : "17:00",
  scheduleLink: "https://hulp.example/tijden",
  attendingType: "phone",
  notes: "Niet op feestdagen",
});

const serviceRow = (id: string, n: number, organization: number) => ({
  id,
  organizationId: idOf("organization", organization),
  name: `${pick(themes, n)} ${pick(cities, n)[0]} ${n}`,
  alternateName: `Loket ${n}`,
  description: `Begeleiding bij ${pick(themes, n + 1).toLowerCase()}`,
  programId: idOf("program", organization),
  url: `https://hulp.example/${n}`,
  email: `dienst${n}@hulp.example`,
  status: n % 20 === 0 ? pick(statuses, n / 20) : ("active" as const),
  minimumAge: 12,
  maximumAge: 99,
  eligibilityDescription: "Voor wie is getroffen",
  interpretationServices: "Tolk op verzoek",
  applicationProcess: "Bellen",
  feesDescription: "Eigen bijdrage",
  waitTime: "2 weken",
  accreditations: "HKZ",
  licenses: "WTZa",
  alert: "Gewijzigde tijden",
  lastModified: at(n),
  assuredDate: "2026-01-02",
  assurerEmail: "redactie@hulp.example",
  domain: "care" as const,
  audiences: ["harmed" as const],
  channels: ["phone" as const, "visit" as const],
  cost: "paid" as const,
});
