// Claude Code from its command line; it asks for no account to add a server, to log in to it and to list its tools.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { apiKey, endpoint } from "./gatehouse.mjs";
import { onDesktop } from "./desktop.mjs";
import { Person } from "./person.mjs";

const person = new Person("admin@gatehouse.example", "acme");
const program = fileURLToPath(new URL("node_modules/.bin/claude", import.meta.url));

const claude = (desktop, ...args) => desktop.run(program, ["mcp", ...args], { NODE_OPTIONS: "" });

/** It wants a terminal to log in. */
const atTerminal = (desktop, command) =>
  desktop.run("script", ["-qec", `'${program}' mcp ${command}`, "/dev/null"], { NODE_OPTIONS: "" });

async function assertConnected(desktop, when) {
  assert.match(await claude(desktop, "list"), /gatehouse.*Connected/, `${when} Claude Code must be connected.`);
}

const login = () =>
  onDesktop(person, async (desktop) => {
    assert.ok(existsSync(program), "Install it first: npm install --no-save @anthropic-ai/claude-code@2.1.329");
    await claude(desktop, "add", "--transport", "http", "gatehouse", endpoint);
    assert.match(await claude(desktop, "list"), /gatehouse.*Needs authentication/, "Without a token it must ask for one.");

    await atTerminal(desktop, "login gatehouse");
    await assertConnected(desktop, "After the login");
    await desktop.spoilAccessToken(".claude/.credentials.json");
    await assertConnected(desktop, "With a refused access token");

    await atTerminal(desktop, "logout gatehouse");
    assert.match(await claude(desktop, "list"), /gatehouse.*Needs authentication/, "After the logout it must ask again.");
  });

const withApiKey = () =>
  onDesktop(person, async (desktop) => {
    await claude(desktop, "add", "--transport", "http", "gatehouse", endpoint, "--header", `X-API-Key: ${apiKey.key}`);
    await assertConnected(desktop, "With an API key");
  });

export const client = "@anthropic-ai/claude-code";

export const runs = { "OAuth: login, refresh, logout": login, "API key": withApiKey };
