export interface AccessToken {
  value: string;
  endsAt: Date;
}

/** Milliseconds before its end from which a token is not used any more: longer than a request is under way. */
const margin = 30_000;

/** Answers with a token that is good for now, and never with `refused`. */
export type TokenSource = (refused?: string) => Promise<string>;

/** Keeps the token that `ask` brings until shortly before its end; whoever needs one meanwhile waits for the same. */
export function keepToken(ask: () => Promise<AccessToken>, now: () => Date): TokenSource {
  let held: Promise<AccessToken> | undefined;

  function renew(): Promise<AccessToken> {
    const asked = ask();
    held = asked;
    asked.catch(() => {
      if (held === asked) held = undefined;
    });
    return asked;
  }

  return async (refused) => {
    const first = held ?? renew();
    const { value, endsAt } = await first;
    if (value !== refused && endsAt.getTime() - margin > now().getTime()) return value;
    // The first who finds it ended asks for another one.
    return (await (held === first ? renew() : (held ?? renew()))).value;
  };
}
