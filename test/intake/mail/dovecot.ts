import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

const program = "/usr/sbin/dovecot";

/** Debian's package dovecot-imapd puts it there. */
export const hasDovecot = existsSync(program);

export const password = "geheim";

/** Who may be nobody else's: Dovecot gives no mail to root. */
const nobody = 65_534;

export interface Dovecot {
  /** Of a mailbox, by its user. */
  url(user: string): string;
  /** With a certificate that nobody vouches for. */
  tlsUrl(user: string): string;
  /** At once, as a power cut does. */
  kill(): Promise<void>;
  restart(): Promise<void>;
  stop(): Promise<void>;
}

/** A mail server of the test's own, on this machine only, with everything in a folder that goes with it. */
export async function startDovecot(): Promise<Dovecot> {
  const folder = mkdtempSync(join(tmpdir(), "dovecot-"));
  chmodSync(folder, 0o755);
  mkdirSync(join(folder, "mail"));
  chmodSync(join(folder, "mail"), 0o777);
  const [port, tlsPort] = [await freePort(), await freePort()];
  makeCertificate(folder);
  const config = join(folder, "dovecot.conf");
  writeFileSync(config, configOf(folder, port, tlsPort));
  let running: ChildProcess;
  const start = async () => {
    // In a group of its own: a session outlives the process that let it in.
    running = spawn(program, ["-F", "-c", config], { stdio: "ignore", detached: true });
    await answering(port, join(folder, "log"));
  };
  const end = async (signal: "SIGTERM" | "SIGKILL") => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, "exit");
    if (running.pid) process.kill(-running.pid, signal);
    await ended;
    await silent(port);
    // Killed, it leaves the number of its process behind.
    rmSync(join(folder, "run"), { recursive: true, force: true });
  };
  await start();
  return {
    url: (user) => `imap://${user}@127.0.0.1:${port}/INBOX`,
    tlsUrl: (user) => `imaps://${user}@127.0.0.1:${tlsPort}/INBOX`,
    kill: () => end("SIGKILL"),
    restart: start,
    async stop() {
      await end("SIGTERM");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function configOf(folder: string, port: number, tlsPort: number): string {
  const { uid, gid, username } = userInfo();
  const isRoot = uid === 0;
  const [mailUid, mailGid] = isRoot ? [nobody, nobody] : [uid, gid];
  return `
base_dir = ${folder}/run
state_dir = ${folder}/run
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <${folder}/cert.pem
ssl_key = <${folder}/key.pem
disable_plaintext_auth = no
default_internal_user = ${username}
default_login_user = ${isRoot ? "nobody" : username}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:~/Maildir
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${mailUid} gid=${mailGid} home=${folder}/mail/%u
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
`;
}

/** Dovecot itself needs openssl. */
function makeCertificate(folder: string): void {
  const files = ["-keyout", join(folder, "key.pem"), "-out", join(folder, "cert.pem")];
  const kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  execFileSync("openssl", ["req", ...kind, "-subj", "/CN=127.0.0.1", ...files], { stdio: "ignore" });
}

const reached = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("data", () => resolve(true)).once("error", () => resolve(false));
    socket.once("close", () => resolve(false));
    socket.setTimeout(2000, () => socket.destroy());
  });

async function answering(port: number, log: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await reached(port)) return;
    await pause(50);
  }
  throw new Error(
    `Dovecot did not start:\n${existsSync(log) ? readFileSync(log, "utf8") : "it wrote no log"}`,
  );
}

async function silent(port: number): Promise<void> {
  for (let tries = 0; tries < 200 && (await reached(port)); tries++) await pause(50);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
