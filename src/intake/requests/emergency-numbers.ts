import { z } from "@hono/zod-openapi";

// As their keepers publish them: 112.nl, 113.nl, veiligthuis.nl, kindertelefoon.nl.
const numbers = [
  {
    name: "112",
    number: "112",
    help: "Direct gevaar: politie, brandweer, ambulance",
    helpInEnglish: "Danger now: police, fire, ambulance",
  },
  {
    name: "113 Zelfmoordpreventie",
    number: "0800-0113",
    help: "Gedachten aan zelfmoord; 113 bellen kan ook",
    helpInEnglish: "Thoughts of suicide; dialing 113 works too",
  },
  {
    name: "Veilig Thuis",
    number: "0800-2000",
    help: "Geweld in huis en kindermishandeling",
    helpInEnglish: "Violence at home and child abuse",
  },
  {
    name: "De Kindertelefoon",
    number: "0800-0432",
    help: "Voor wie jonger is dan achttien",
    helpInEnglish: "For whoever is under eighteen",
  },
];

const EmergencyNumber = z
  .object({
    name: z.string().openapi({ description: "Who answers", example: "113 Zelfmoordpreventie" }),
    number: z.string().openapi({ description: "As it is dialed in the Netherlands", example: "0800-0113" }),
    help: z
      .string()
      .openapi({ description: "What for, in Dutch", example: "Gedachten aan zelfmoord; 113 bellen kan ook" }),
    helpInEnglish: z.string().openapi({
      description: "What for, in English",
      example: "Thoughts of suicide; dialing 113 works too",
    }),
  })
  .openapi("EmergencyNumber", { description: "Who helps at once, at any hour" });

export const EmergencyNumbers = z.array(EmergencyNumber);
type EmergencyNumbers = z.input<typeof EmergencyNumbers>;

export const emergencyNumbers = (): EmergencyNumbers => numbers.map((number) => ({ ...number }));
