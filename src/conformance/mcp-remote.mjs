// mcp-remote, the bridge for hosts that only know stdio; the host is the official client.
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { apiKey, assertApiKey, assertPerson, assertTools, endpoint } from "./gatehouse.mjs";
import { onDesktop } from "./desktop.mjs";
import { Person } from "./person.mjs";
import { aRefresh, theFlow } from "./wire.mjs";

const person = new Person("admin@gatehouse.example", "acme");

async function callThroughBridge(desktop, args, assertResult) {
  const host = new Client({ name: "conformance", version: "1.0.0" });
  const bridge = new StdioClientTransport({
    command: "mcp-remote",
    args: [endpoint, ...args],
    env: desktop.environment(),
    stderr: "pipe",
  });
  let log = "";
  bridge.stderr.on("data", (chunk) => (log += chunk));
  try {
    await host.connect(bridge);
    assertTools(await host.listTools());
    assertResult(await host.callTool({ name: "whoami", arguments: {} }));
  } catch (error) {
    throw new Error(`The bridge did not serve its host. It said:\n${log}`, { cause: error });
  } finally {
    await host.close();
  }
}

async function tokenFile(desktop) {
  const files = await readdir(join(desktop.home, ".mcp-auth"), { recursive: true });
  return join(".mcp-auth", files.find((file) => file.endsWith("_tokens.json")));
}

const withOAuth = (protocol, revision) =>
  onDesktop(person, async (desktop) => {
    const call = () => callThroughBridge(desktop, ["--protocol", protocol], (result) => assertPerson(result, person));
    await call();
    desktop.wire.assertOrder(theFlow, revision, "The first start");

    await desktop.spoilAccessToken(await tokenFile(desktop));
    await call();
    desktop.wire.assertOrder(aRefresh, revision, "A start with a refused access token");
  });

const withApiKey = (protocol, revision) =>
  onDesktop(person, async (desktop) => {
    await callThroughBridge(desktop, ["--protocol", protocol, "--header", `X-API-Key:${apiKey.key}`], assertApiKey);
    desktop.wire.assertNoChallenge(revision, "A start with an API key");
  });

export const client = "mcp-remote";

export const runs = {
  "legacy 2025-11-25, OAuth": () => withOAuth("legacy", "2025-11-25"),
  "auto 2026-07-28, OAuth": () => withOAuth("auto", "2026-07-28"),
  "legacy 2025-11-25, API key": () => withApiKey("legacy", "2025-11-25"),
  "auto 2026-07-28, API key": () => withApiKey("auto", "2026-07-28"),
};
