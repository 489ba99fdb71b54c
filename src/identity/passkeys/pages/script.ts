/** The one script of the pages. It knows no words: the page holds them all, and this shows the one that applies. */
export const script = `"use strict";
const base = "/sign-in/passkey";
const all = (selector) => [...document.querySelectorAll(selector)];
const form = document.querySelector("form:not([data-rename], [data-revoke])");

function say(code) {
  const told = all("[data-say]").some((line) => line.dataset.say === code) ? code : "failed";
  for (const line of all("[data-say]")) line.hidden = line.dataset.say !== told;
  for (const line of all("[data-say-too]")) line.hidden = !line.dataset.sayToo.split(" ").includes(told);
}
const sayNothing = () => { for (const line of all("[data-say], [data-say-too]")) line.hidden = true; };

class Refusal extends Error {}

async function ask(path, body, method = "POST") {
  const response = await fetch(path, {
    method,
    headers: { "content-type": "application/json" },
    ...(body && { body: JSON.stringify(body) }),
    credentials: "same-origin",
    redirect: "error",
  });
  if (response.status === 204) return undefined;
  const answer = await response.json();
  if (!response.ok) throw new Refusal(String(answer.type).split("/").pop());
  return answer;
}

const toBytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
const withBytes = (credentials = []) => credentials.map((one) => ({ ...one, id: toBytes(one.id) }));

// Browsers before 2025 leave the reading of JSON to the page.
const creation = (options) => PublicKeyCredential.parseCreationOptionsFromJSON?.(options) ?? {
  ...options,
  challenge: toBytes(options.challenge),
  user: { ...options.user, id: toBytes(options.user.id) },
  excludeCredentials: withBytes(options.excludeCredentials),
};
const request = (options) => PublicKeyCredential.parseRequestOptionsFromJSON?.(options) ?? {
  ...options,
  challenge: toBytes(options.challenge),
  allowCredentials: withBytes(options.allowCredentials),
};

async function make(options) {
  const { id, response } = await navigator.credentials.create({ publicKey: creation(options) });
  return {
    id,
    clientDataJson: toText(response.clientDataJSON),
    attestationObject: toText(response.attestationObject),
    transports: response.getTransports?.() ?? [],
  };
}

async function sign(options) {
  const { id, response } = await navigator.credentials.get({ publicKey: request(options) });
  return {
    id,
    clientDataJson: toText(response.clientDataJSON),
    authenticatorData: toText(response.authenticatorData),
    signature: toText(response.signature),
    userHandle: toText(response.userHandle ?? new ArrayBuffer(0)),
  };
}

const codeOf = (error) => {
  if (error instanceof Refusal) return error.message;
  return { NotAllowedError: "cancelled", AbortError: "cancelled", InvalidStateError: "already" }[error.name] ?? "failed";
};

async function attempt(work) {
  const buttons = all("button");
  for (const button of buttons) button.disabled = true;
  sayNothing();
  try {
    await work();
  } catch (error) {
    say(codeOf(error));
  } finally {
    for (const button of buttons) button.disabled = false;
  }
}

const onSubmit = (element, work) =>
  element?.addEventListener("submit", (event) => {
    event.preventDefault();
    attempt(() => work(element));
  });
const toMine = () => location.assign(base + "/mine" + location.search);
const nameIn = (element) => element.elements.namedItem("name").value;

const acts = {
  "sign-in"() {
    onSubmit(form, async () => {
      const { options } = await ask(base + "/challenge", {});
      say("waiting");
      await ask(base, await sign(options));
      toMine();
    });
  },
  invitation() {
    // Out of the address at once, so that neither history nor a glance at the screen keeps it.
    const token = location.hash.slice(1);
    history.replaceState(null, "", location.pathname + location.search);
    for (const link of all("[data-language]")) link.hash = token;
    const open = () => ask(base + "/invitation/challenge", { token });
    attempt(async () => {
      if (!/^[A-Za-z0-9_-]{43}$/.test(token)) throw new Refusal("invitation-unusable");
      const invitation = await open();
      for (const place of all("[data-fill]")) place.textContent = invitation[place.dataset.fill];
      for (const place of all("[data-purpose]")) place.hidden = place.dataset.purpose !== invitation.purpose;
      document.querySelector("[data-known]").hidden = false;
    });
    onSubmit(form, async () => {
      const name = nameIn(form);
      const { options } = await open();
      say("waiting");
      await ask(base + "/invitation", { token, name, made: await make(options) });
      toMine();
    });
  },
  mine() {
    onSubmit(form, async () => {
      const name = nameIn(form);
      const { options } = await ask(base + "/mine/challenge", {});
      say("waiting");
      await ask(base + "/mine", { name, made: await make(options) });
      location.reload();
    });
    for (const one of all("[data-rename]"))
      onSubmit(one, async () => {
        await ask("/v1/passkeys/" + one.dataset.rename + "/name", { name: nameIn(one) }, "PUT");
        location.reload();
      });
    for (const one of all("[data-revoke]"))
      onSubmit(one, async () => {
        await ask("/v1/passkeys/" + one.dataset.revoke, undefined, "DELETE");
        location.reload();
      });
  },
};

acts[document.body.dataset.act]();
if (!window.PublicKeyCredential) {
  say("unsupported");
  for (const button of all("button")) button.disabled = true;
}
`;
