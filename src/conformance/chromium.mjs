// A real Chromium with empty profiles, each of which remembers what the content security policy stopped.
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { once } from "node:events";
import { delimiter, join } from "node:path";
import * as oauth from "oauth4webapi";
import { chromium } from "playwright-core";
import { endpoint, user } from "./gatehouse.mjs";

export const server = new URL(endpoint).origin;
export const phone = { width: 390, height: 844 };
export const desktop = { width: 1280, height: 800 };

const names = ["chromium", "chromium-browser", "google-chrome"];
const candidates = process.env.PATH.split(delimiter).flatMap((directory) => names.map((name) => join(directory, name)));
const executablePath = process.env.CHROMIUM ?? candidates.find(existsSync);

if (!executablePath) {
  console.log("Skipped: no Chromium is installed. On Debian: apt-get install chromium; elsewhere name it in CHROMIUM.");
  process.exit(0);
}

/** A web application has a name that leads nowhere, so that being sent there ends at once and nothing leaves this machine. */
const nowhere = "--host-resolver-rules=MAP *.example ~NOTFOUND";

export const browser = await chromium.launch({ executablePath, args: ["--no-sandbox", nowhere] });

/** A page in a fresh profile, and what its content security policy stopped. */
export async function openPage(settings = {}) {
  const context = await browser.newContext({ viewport: desktop, ...settings });
  const page = await context.newPage();
  const stopped = [];
  page.on("console", (message) => /content security policy/i.test(message.text()) && stopped.push(message.text()));
  page.on("requestfailed", (request) => /CSP/.test(request.failure().errorText) && stopped.push(request.url()));
  return { page, stopped, close: () => context.close() };
}

/** Registers an application and gives back the URL that it would open in the browser. */
export async function authorizationUrl(redirectUri, name = "Conformance application", more = {}) {
  const response = await fetch(`${server}/oauth/register`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ client_name: name, redirect_uris: [redirectUri], token_endpoint_auth_method: "none" }),
  });
  const { client_id } = await response.json();
  return `${server}/oauth/authorize?${new URLSearchParams({
    response_type: "code",
    client_id,
    redirect_uri: redirectUri,
    code_challenge: await oauth.calculatePKCECodeChallenge(oauth.generateRandomCodeVerifier()),
    code_challenge_method: "S256",
    state: "of the browser",
    ...more,
  })}`;
}

export async function signIn(page, email, password = user(email).password) {
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}

/** An application that listens for callbacks on one port of both loopback addresses. */
export async function listenForCallbacks() {
  const callbacks = [];
  const take = (request, response) => {
    if (request.url.startsWith("/callback")) {
      callbacks.push(`http://${request.headers.host}${request.url}`);
    }
    response.setHeader("content-type", "text/html").end("<title>Connected</title><h1>Connected</h1>");
  };
  const first = createServer(take).listen(0, "127.0.0.1");
  await once(first, "listening");
  const { port } = first.address();
  const second = createServer(take).listen(port, "::1");
  await once(second, "listening");
  return { port, callbacks };
}
