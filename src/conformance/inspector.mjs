// The official Inspector on the command line, in each of its eras; every call is a process of its own.
import { apiKey, assertApiKey, assertPerson, assertTools, endpoint } from "./gatehouse.mjs";
import { onDesktop } from "./desktop.mjs";
import { Person } from "./person.mjs";
import { aRefresh, theFlow } from "./wire.mjs";

const person = new Person("support@acme.example", "acme");
const settings = { MCP_AUTO_OPEN_ENABLED: "true", MCP_INSPECTOR_SECRET_STORE: "file" };
const whoami = ["--method", "tools/call", "--tool-name", "whoami"];

async function inspect(desktop, era, ...args) {
  const printed = await desktop.run(
    "mcp-inspector",
    ["--cli", endpoint, "--protocol-era", era, "--format", "json", ...args],
    settings,
  );
  return JSON.parse(printed).result;
}

const withOAuth = (era, revision) =>
  onDesktop(person, async (desktop) => {
    assertTools(await inspect(desktop, era, "--method", "tools/list"));
    desktop.wire.assertOrder(theFlow, revision, "The first call");

    assertPerson(await inspect(desktop, era, ...whoami, "--stored-auth-only"), person);
    desktop.wire.assertNoChallenge(revision, "A call with stored tokens");

    await desktop.spoilAccessToken(".mcp-inspector/secrets.json");
    assertPerson(await inspect(desktop, era, ...whoami, "--stored-auth-only"), person);
    desktop.wire.assertOrder(aRefresh, revision, "A call with a refused access token");

    assertPerson(await inspect(desktop, era, ...whoami, "--relogin"), person);
    desktop.wire.assertOrder(theFlow, revision, "Signing in anew");
  });

const withApiKey = (era, revision) =>
  onDesktop(person, async (desktop) => {
    assertApiKey(await inspect(desktop, era, ...whoami, "--header", `X-API-Key: ${apiKey.key}`));
    desktop.wire.assertNoChallenge(revision, "A call with an API key");
  });

export const client = "@modelcontextprotocol/inspector";

export const runs = {
  "legacy 2025-11-25, OAuth": () => withOAuth("legacy", "2025-11-25"),
  "auto 2026-07-28, OAuth": () => withOAuth("auto", "2026-07-28"),
  "modern 2026-07-28, OAuth": () => withOAuth("modern", "2026-07-28"),
  "legacy 2025-11-25, API key": () => withApiKey("legacy", "2025-11-25"),
  "modern 2026-07-28, API key": () => withApiKey("modern", "2026-07-28"),
};
