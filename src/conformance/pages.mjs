// Each page on a phone and on a desk: named controls, one heading, no sideways scrolling; and a picture to look at.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { authorizationUrl, desktop, openPage, phone, server, signIn } from "./chromium.mjs";
import { user } from "./gatehouse.mjs";

const shots = process.env.GATEHOUSE_SHOTS ?? join(tmpdir(), "shots");
const redirectUri = "http://localhost:3000/callback";
const hostileName = `<img src=x onerror=alert(1)> & "Friends" ${"of very long words".repeat(8)}`;

async function consent(page, name, email = "owner@acme.example", uri = redirectUri, more = {}) {
  await page.goto(await authorizationUrl(uri, name, more));
  await signIn(page, email);
}

async function account(page, path) {
  await page.goto(`${server}/login?return_to=${path}`);
  await signIn(page, "owner@acme.example");
}

/** How to get to each page. */
const pages = {
  home: (page) => page.goto(server),
  "sign-in": async (page) => page.goto(await authorizationUrl(redirectUri, "Claude Code")),
  "sign-in-refused": async (page) => {
    await page.goto(await authorizationUrl(redirectUri, "Claude Code"));
    await signIn(page, "owner@acme.example", "not the password");
  },
  organization: (page) => consent(page, "Claude Code", "both@gatehouse.example"),
  consent: (page) => consent(page, "Claude Code"),
  "consent-native": (page) => consent(page, "Cursor", "owner@acme.example", "cursor://anysphere.cursor-mcp/oauth/callback"),
  "consent-web": (page) => consent(page, "Claude", "owner@acme.example", "https://claude.ai/api/mcp/auth_callback"),
  "consent-every-scope": (page) =>
    consent(page, "MCP Inspector", "owner@acme.example", redirectUri, { scope: "mcp mcp:read mcp:write offline_access" }),
  "consent-hostile": (page) => consent(page, hostileName),
  "no-organization": (page) => consent(page, "Claude Code", "nobody@gatehouse.example"),
  "sign-out": async (page) => {
    await consent(page, "Claude Code");
    await page.getByRole("link", { name: "Not you?" }).click();
  },
  "home-signed-in": async (page) => {
    await consent(page, "Claude Code");
    await page.goto(server);
  },
  "passkey-sign-in": (page) => page.goto(`${server}/login/passkey`),
  security: (page) => account(page, "/account/security"),
  "change-password": (page) => account(page, "/account/password"),
  passkeys: (page) => account(page, "/account/security/passkeys"),
  "totp-enrolment": async (page) => {
    await account(page, "/account/security");
    await page.getByRole("button", { name: "Set up an app" }).click();
  },
  error: (page) => page.goto(`${server}/oauth/authorize?client_id=unknown`),
  device: (page) => page.goto(`${server}/oauth/device?user_code=BCDF-GHJK`),
  "consent-over": (page) => page.goto(`${server}/oauth/consent?flow=unknown`),
  "not-found": (page) => page.goto(`${server}/no-such-page`),
};

async function isReadable(name, open) {
  for (const [size, viewport] of Object.entries({ phone, desktop })) {
    const { page, stopped, close } = await openPage({ viewport });
    await open(page);
    const found = await faults(page);
    await mkdir(shots, { recursive: true });
    await page.screenshot({ path: join(shots, `${name}-${size}.png`), fullPage: true });
    assert.deepEqual(found, [], `The page must be readable and usable on a ${size}.`);
    assert.deepEqual(stopped, [], "The page must keep to its own content security policy.");
    await close();
  }
}

function faults(page) {
  return page.evaluate(() => {
    const all = (selector) => [...document.querySelectorAll(selector)];
    const visible = "input:not([type=hidden]), select, textarea";
    return [
      document.documentElement.lang ? null : "the language is not named",
      document.title.includes("Gatehouse") ? null : `the title is "${document.title}"`,
      all("h1").length === 1 ? null : "there is not exactly one heading",
      document.documentElement.scrollWidth <= innerWidth ? null : "it scrolls sideways",
      document.styleSheets.length === 1 ? null : "the style sheet is missing",
      all('script:not([src="/assets/passkey.js"]), img, iframe, [style]').length === 0 ? null : "it has elements that it does not need",
      ...all(visible).map((control) => (control.labels.length === 1 ? null : `${control.name} has no label`)),
      ...all(visible).map((control) => (control.autocomplete ? null : `${control.name} has no autocomplete`)),
      ...all("button").map((button) => (button.textContent.trim() ? null : "a button has no text")),
      ...all("button").map((button) => (button.offsetHeight >= 44 ? null : `the button ${button.textContent} is too small for a finger`)),
    ].filter(Boolean);
  });
}

async function namesAreText() {
  const { page, close } = await openPage();
  await consent(page, hostileName);
  assert.ok((await page.getByRole("heading").textContent()).includes(hostileName), "The name must be shown as it was given.");
  await close();
}

async function allowComesFirst() {
  const { page, close } = await openPage();
  await consent(page, "Claude Code");
  const buttons = await page.getByRole("button").allTextContents();
  assert.deepEqual(buttons, ["Allow", "Decline"], "The first submit button of the consent page must be the one that allows.");
  await close();
}

async function worksByKeyboard() {
  const { page, close } = await openPage();
  await page.goto(await authorizationUrl(redirectUri));
  await page.waitForFunction(() => document.activeElement.name === "email");
  await page.keyboard.type("auditor@acme.example");
  await page.keyboard.press("Tab");
  await page.keyboard.type(user("auditor@acme.example").password);
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: "Allow" }).waitFor();
  await close();
}

export const pageChecks = {
  ...Object.fromEntries(Object.entries(pages).map(([name, open]) => [`page ${name} is readable`, () => isReadable(name, open)])),
  "names are shown as text": namesAreText,
  "Allow is the first button": allowComesFirst,
  "signing in works by keyboard, starting in the first field": worksByKeyboard,
};
