export * from "./tables/appointment.ts";
export * from "./tables/conversation.ts";
export * from "./tables/form.ts";
export * from "./tables/mail.ts";
export * from "./tables/planning.ts";
export * from "./tables/request.ts";
export * from "./tables/step.ts";
