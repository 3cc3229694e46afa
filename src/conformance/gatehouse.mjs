// The server under test and its published demo data: all that a check may know beforehand.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

export const endpoint = process.env.GATEHOUSE_URL ?? "http://localhost:8080/mcp";

const demo = JSON.parse(readFileSync(new URL("../../docs/demo.json", import.meta.url), "utf8"));

export const apiKey = demo.apiKeys[0];

export function user(email) {
  const found = demo.users.find((user) => user.email === email);
  assert.ok(found, `docs/demo.json has no user ${email}.`);
  return found;
}

/** What every client must be able to list. */
export function assertTools({ tools }) {
  assert.ok(
    tools.some((tool) => tool.name === "whoami"),
    `tools/list must offer whoami, but offers ${tools.map((tool) => tool.name)}.`,
  );
}

/** The result of whoami, called with the access token of a person. */
export function assertPerson(result, person) {
  const who = content(result);
  assert.equal(who.user.email, person.email, "whoami must name the person who signed in.");
  assert.equal(who.credential, "oauth_token", "whoami must say that an access token was used.");
  assert.equal(who.organization.slug, person.organization, "whoami must name the organization that the person chose.");
}

/** The result of whoami, called with the API key. */
export function assertApiKey(result) {
  const who = content(result);
  assert.equal(who.credential, "api_key", "whoami must say that an API key was used.");
  assert.equal(who.organization.slug, apiKey.organization, "whoami must name the organization of the API key.");
  assert.deepEqual(who.permissions, [...apiKey.permissions].sort(), "whoami must name the permissions of the API key.");
}

function content(result) {
  assert.ok(!result.isError, `whoami must succeed, but answered ${JSON.stringify(result)}.`);
  return result.structuredContent;
}
