import type { Words } from "./nl.ts";

/** What the pages of sign-in by passkey say in English. */
export const en: Words = {
  code: "en",
  language: "Language",
  unsupported: "This browser cannot use passkeys. Use a newer browser.",
  noScript: "A passkey needs JavaScript to be on in this browser.",
  waiting: "Your device asks for a fingerprint, your face or a PIN …",
  whatIs:
    "A passkey is a key on your own device. You unlock it as you unlock the device: with your fingerprint, your face or a PIN. These never leave your device, and there is no password that anybody could watch or guess.",
  whatIsTitle: "What is a passkey?",
  deviceName: "What do you call this device?",
  deviceNameHint: "Work laptop, say. Later you will know by it which passkey is where.",
  refusals: {
    cancelled: "Nothing happened: the window was closed or the time was over. Try again.",
    already: "This device has a passkey of yours already. Use another device.",
    failed: "That did not work. Nothing was changed. Try again in a minute.",
    "passkey-refused":
      "You cannot sign in with this passkey. Choose another one, or ask an administrator of your organization for an invitation.",
    "passkey-unfit": "This passkey could not be kept. Try again, or use another device.",
    "asked-too-long-ago": "That took too long. Try again.",
    "invitation-unusable":
      "This invitation does not work (any more). It was used, is more than 72 hours old, or was followed by another one. Ask whoever invited you for a new one.",
    "invitation-unapproved":
      "A second person has yet to approve this invitation. Ask whoever invited you. Afterwards the same link works.",
    "sign-in-not-fresh":
      "To be sure that it is you, sign in once more. Then you have five minutes to add a passkey.",
    "passkeys-not-here":
      "Passkeys work at an address with a name only, not at a number. Open this service by its name.",
    unauthenticated: "You are no longer signed in. Sign in again.",
    "last-passkey": "Your only passkey cannot be revoked. Add another one first.",
  },
  signIn: {
    way: "With a passkey",
    title: "Sign in with a passkey",
    lead: "There is nothing to type: your device knows who you are.",
    act: "Sign in with a passkey",
    none: "No passkey, or your device is lost? Ask an administrator of your organization for an invitation.",
  },
  invitation: {
    title: "You are invited",
    for: "This invitation is for",
    of: "of",
    notYou: "Is that not you? Close this page, and tell whoever gave you the link.",
    recovery:
      "As soon as you have made a new passkey, your earlier ones stop working and you are signed out everywhere.",
    act: "Make a passkey",
    next: "Then you make one more on a second device, in case you lose this one.",
  },
  mine: {
    title: "Your passkeys",
    signedInAs: "You are signed in as",
    account: "To your account",
    none: "You have no passkey here. You sign in at your own organization.",
    onlyOne: "You have one passkey",
    onlyOneWhy:
      "If you lose this device, you cannot sign in until somebody invites you anew and a second person approves it. So make a passkey on a second device now, such as your telephone or a security key.",
    added: "Added on",
    used: "last used on",
    backedUp: "also kept in your cloud",
    rename: "Rename",
    newName: "New name",
    saveName: "Keep the name",
    revoke: "Revoke",
    revokeWhy:
      "Then nobody can sign in with this passkey any more. If the device was stolen, sign out everywhere too, on the page of your account.",
    revokeAct: "Revoke this passkey",
    addTitle: "Add another passkey",
    addLead:
      "In the window that your browser shows, choose another device: a telephone or tablet, or a security key.",
    newDeviceName: "What do you call that device?",
    act: "Add a passkey",
    again: "Sign in again",
  },
};
