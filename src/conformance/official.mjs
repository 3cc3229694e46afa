// The official suite's scenarios for authorization servers. It prints an authorization URL and waits for the callback.
import assert from "node:assert/strict";
import { endpoint } from "./gatehouse.mjs";
import { onDesktop } from "./desktop.mjs";
import { Person } from "./person.mjs";

const person = new Person("admin@gatehouse.example", "acme");
const port = 3011;
/** Its scenarios, and of how many checks each consists. One that it skips counts as passed to the suite, with no check. */
const passes = { "authorization-server-metadata-endpoint": 2, "authorization-code-grant": 1 };
const authorizationUrl = /http\S+\/authorize\?\S+(?=\s)/;

async function json(url, body) {
  const response = await fetch(url, body && { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
  assert.ok(response.ok, `${url} answered ${response.status}: ${await response.clone().text()}`);
  return response.json();
}

async function authorizationServer() {
  const described = new URL(`/.well-known/oauth-protected-resource${new URL(endpoint).pathname}`, endpoint);
  const [issuer] = (await json(described)).authorization_servers;
  return json(new URL("/.well-known/oauth-authorization-server", issuer));
}

/** The suite comes as a client that has been registered already; a public one, since it sends no secret where `none` is offered. */
function register(server) {
  return json(server.registration_endpoint, {
    client_name: "Official suite",
    redirect_uris: [`http://127.0.0.1:${port}/callback`],
    token_endpoint_auth_method: "none",
  });
}

const scenarios = () =>
  onDesktop(person, async (desktop) => {
    const server = await authorizationServer();
    const registered = await register(server);
    const about = ["--url", server.issuer, "--client-id", registered.client_id, "--resource", endpoint];
    const said = await desktop.run("conformance", ["authorization", ...about, "-p", port, "-o", desktop.home], {}, reader);
    for (const [scenario, checks] of Object.entries(passes)) {
      assert.ok(said.includes(`✓ ${scenario}: ${checks} passed, 0 failed`), `The suite must pass all ${checks} of ${scenario}, but said: ${said}`);
    }
    assert.doesNotMatch(said, /FAILURE|✗/, `The suite must find nothing to object to, but said: ${said}`);
  });

/** Does what the suite asks its reader to do: open the URL. */
const reader = {
  sees: (printed) => authorizationUrl.test(printed),
  act: async (printed) => person.deliver(await person.authorize(authorizationUrl.exec(printed)[0])),
};

export const client = "@modelcontextprotocol/conformance";

export const runs = { "authorization server": scenarios };
