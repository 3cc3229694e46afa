// What a client really sends: every exchange of fetch, in this process or, with --import, in one that it starts.
import assert from "node:assert/strict";
import { subscribe } from "node:diagnostics_channel";
import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { endpoint } from "./gatehouse.mjs";

const { pathname } = new URL(endpoint);
const log = process.env.GATEHOUSE_WIRE;
const seenHere = [];

subscribe("undici:request:headers", ({ request, response }) => {
  const at = request.headers.findIndex((name) => String(name).toLowerCase() === "mcp-protocol-version");
  const exchange = {
    line: `${request.method} ${request.path.split("?")[0]} ${response.statusCode}`,
    revision: at < 0 ? null : String(request.headers[at + 1]),
  };
  if (log) {
    appendFileSync(log, `${JSON.stringify(exchange)}\n`);
  } else {
    seenHere.push(exchange);
  }
});

export const theFlow = [
  `POST ${pathname} 401`,
  `GET /.well-known/oauth-protected-resource${pathname} 200`,
  "GET /.well-known/oauth-authorization-server 200",
  "POST /oauth/register 201",
  "POST /oauth/token 200",
  `POST ${pathname} 200`,
];

export const theFlowUnregistered = theFlow.filter((line) => line !== "POST /oauth/register 201");

export const aRefresh = [`POST ${pathname} 401`, "POST /oauth/token 200", `POST ${pathname} 200`];

/** The exchanges of this process, or of those that write them to a file. */
export class Wire {
  #file;
  #from;

  constructor(file) {
    this.#file = file;
    this.#from = this.#all().length;
  }

  /** What was seen since the last time must contain these exchanges in this order, the last at that MCP revision. */
  assertOrder(expected, revision, what) {
    const seen = this.#next();
    let at = 0;
    for (const line of expected) {
      at = seen.findIndex((exchange, index) => index >= at && exchange.line === line) + 1;
      assert.ok(at > 0, `${what} must lead to ${expected.join(", ")}; "${line}" is missing or misplaced in ${lines(seen)}.`);
    }
    const spoken = seen.findLast((exchange) => exchange.line === `POST ${pathname} 200`);
    assert.equal(spoken.revision, revision, `${what} must end in requests of the expected MCP revision.`);
  }

  /** The same for a client that must be let in at once. */
  assertNoChallenge(revision, what) {
    assert.ok(!this.#all().slice(this.#from).some(({ line }) => line.endsWith(" 401")), `${what} must not lead to a 401.`);
    this.assertOrder([`POST ${pathname} 200`], revision, what);
  }

  #next() {
    const seen = this.#all().slice(this.#from);
    this.#from += seen.length;
    return seen;
  }

  #all() {
    if (!this.#file) {
      return seenHere;
    }
    return existsSync(this.#file) ? readFileSync(this.#file, "utf8").trim().split("\n").map((line) => JSON.parse(line)) : [];
  }
}

function lines(exchanges) {
  return exchanges.map(({ line }) => line).join(", ");
}
