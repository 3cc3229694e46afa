// A person's computer with an empty home, on which a client is installed and the browser is the person.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { endpoint } from "./gatehouse.mjs";
import { Wire } from "./wire.mjs";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

/** Lends a fresh desktop of a person to an action. */
export async function onDesktop(person, action) {
  const home = await mkdtemp(join(tmpdir(), "gatehouse-conformance-"));
  try {
    await action(new Desktop(home, person));
  } finally {
    await rm(home, { recursive: true, maxRetries: 5 });
  }
}

class Desktop {
  constructor(home, person) {
    this.home = home;
    this.person = person;
    this.wire = new Wire(join(home, "wire"));
  }

  /** Everything that a program gets from its environment: no display, so that no other browser is found. */
  environment(more) {
    return {
      PATH: [here("bin"), here("node_modules/.bin"), dirname(process.execPath), process.env.PATH].join(":"),
      HOME: this.home,
      BROWSER: here("bin/xdg-open"),
      NODE_OPTIONS: `--import=${here("wire.mjs")}`,
      GATEHOUSE_URL: endpoint,
      GATEHOUSE_PERSON: `${this.person.email} ${this.person.organization}`,
      GATEHOUSE_WIRE: join(this.home, "wire"),
      ...more,
    };
  }

  /** Runs a program to its end and gives back what it printed; a reader is shown it until it has acted on it. */
  async run(program, args, more, reader) {
    const child = spawn(program, args, { env: this.environment(more), stdio: ["ignore", "pipe", "pipe"], timeout: 90_000 });
    const output = { out: "", err: "" };
    let acted = !reader;
    child.stdout.on("data", async (chunk) => {
      output.out += chunk;
      if (!acted && reader.sees(output.out)) {
        acted = true;
        await reader.act(output.out);
      }
    });
    child.stderr.on("data", (chunk) => (output.err += chunk));
    const code = await new Promise((resolve, reject) => child.on("error", reject).on("close", resolve));
    if (code !== 0) {
      throw new Error(`${program} ${args.join(" ")} ended with ${code}: ${output.err}${output.out}`);
    }
    return output.out;
  }

  /** Makes the access token that a client has stored unusable. */
  async spoilAccessToken(file) {
    const path = join(this.home, file);
    const stored = await readFile(path, "utf8");
    await writeFile(path, stored.replace(/(access_token\\?":\s*\\?")/, "$1spoiled."));
  }
}
