/* Files of the directory at a terminal. */
import { exportFile, importFile } from "../directory/node.ts";
import type { Context } from "../platform/context.ts";

interface Terminal {
  isTTY?: boolean;
  write(text: string): unknown;
}

interface Given {
  source?: string | undefined;
  dryRun: boolean;
  keepValid: boolean;
}

export async function importAtTerminal(ctx: Context, file: string, given: Given) {
  const { source, ...options } = given;
  const bar = progressBar(process.stderr);
  try {
    return await importFile(ctx, file, {
      file,
      ...options,
      ...(source !== undefined && { source }),
      onProgress: bar.show,
    });
  } finally {
    bar.end();
  }
}

export async function exportAtTerminal(ctx: Context, file: string, confidential: boolean) {
  await exportFile(ctx, file, { confidential });
  return { file };
}

const width = 24;

/** A bar on one line, drawn again when it has moved; on anything but a terminal nothing is written. */
export function progressBar(terminal: Terminal) {
  let drawn = "";
  return {
    show(elements: number, share: number) {
      if (!terminal.isTTY) return;
      const full = Math.floor(share * width);
      const bar = `[${"#".repeat(full)}${" ".repeat(width - full)}] ${Math.floor(share * 100)} %`;
      const count = Math.floor(elements / 100) * 100 || elements;
      const line = share < 1 ? `${bar}, ${count} records` : `${bar}, all read, bringing them in`;
      if (line === drawn) return;
      drawn = line;
      terminal.write(`\r\u001b[K${line}`);
    },
    end() {
      if (drawn !== "") terminal.write("\r\u001b[K");
    },
  };
}
