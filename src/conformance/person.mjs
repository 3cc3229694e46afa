// A person with a browser that runs no scripts. Over node:http, since fetch announces itself as a script.
import assert from "node:assert/strict";
import { request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { user } from "./gatehouse.mjs";

/** A demo user who answers every page that the authorization server shows. */
export class Person {
  #browser = new Browser();

  constructor(email, organization, decision = "approve") {
    this.email = email;
    this.organization = organization;
    this.decision = decision;
  }

  /** Opens an authorization URL and goes through it; gives back the callback URL, which is not opened. */
  async authorize(authorizationUrl) {
    let reply = await this.#browser.visit(authorizationUrl);
    for (let steps = 0; !reply.leftFor; steps++) {
      assert.ok(steps < 5, `The person is led in circles, at last to ${reply.url}.`);
      reply = await this.#browser.submit(reply, this.#answer(reply));
    }
    return reply.leftFor;
  }

  /** Brings the callback to the application, which may begin to listen only after it has opened the browser. */
  async deliver(callbackUrl) {
    const reply = await this.#patientVisit(callbackUrl, Date.now() + 10_000);
    assert.ok(reply.status < 400, `The application answered its callback with ${reply.status}: ${reply.body}`);
  }

  async #patientVisit(url, deadline) {
    try {
      return await this.#browser.visit(url);
    } catch (error) {
      if (error.code !== "ECONNREFUSED" || Date.now() > deadline) {
        throw error;
      }
      await setTimeout(100);
      return this.#patientVisit(url, deadline);
    }
  }

  #answer(reply) {
    const page = new Page(reply.body);
    if (page.has("input", "name", "password")) {
      return page.formWith("input", "name", "password", { email: this.email, password: user(this.email).password });
    }
    if (page.has("button", "name", "organization")) {
      return page.formWith("button", "value", this.organization, { organization: this.organization });
    }
    assert.ok(
      page.has("button", "value", this.decision),
      `The person cannot ${this.decision} on the page at ${reply.url} (${reply.status}): ${reply.body}`,
    );
    return page.formWith("button", "value", this.decision, { decision: this.decision });
  }
}

class Browser {
  #cookies = new Map();

  async visit(url, method = "GET", fields) {
    const response = await this.#send(new URL(url), method, fields);
    const location = response.headers.location;
    if (!location) {
      return { url, status: response.statusCode, body: await text(response) };
    }
    response.resume();
    const target = new URL(location, url);
    return target.origin === new URL(url).origin ? this.visit(target) : { leftFor: location };
  }

  submit(reply, form) {
    return this.visit(new URL(form.action, reply.url), "POST", form.fields);
  }

  #send(url, method, fields) {
    const body = fields && new URLSearchParams(fields).toString();
    const headers = { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
    if (body) {
      headers["content-type"] = "application/x-www-form-urlencoded";
      headers["content-length"] = Buffer.byteLength(body);
    }
    return new Promise((resolve, reject) => {
      request(url, { method, headers }, (response) => {
        this.#remember(response.headers["set-cookie"] ?? []);
        resolve(response);
      })
        .on("error", reject)
        .end(body);
    });
  }

  #remember(setCookies) {
    for (const line of setCookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      if (/;\s*max-age=0/i.test(line)) {
        this.#cookies.delete(name);
      } else {
        this.#cookies.set(name, value);
      }
    }
  }
}

class Page {
  #forms;

  constructor(html) {
    this.#forms = [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, tag, body]) => ({
      action: attributes(tag).action,
      controls: [...body.matchAll(/<(input|button)\b([^>]*)>/g)].map(([, kind, rest]) => ({ kind, ...attributes(rest) })),
    }));
  }

  has(kind, attribute, value) {
    return this.#forms.some((form) => contains(form, kind, attribute, value));
  }

  formWith(kind, attribute, value, answers) {
    const form = this.#forms.find((form) => contains(form, kind, attribute, value));
    assert.ok(form, `No form of the page has a ${kind} whose ${attribute} is ${value}.`);
    const sent = form.controls.filter(({ type }) => type === "hidden" || type === "checkbox");
    return {
      action: form.action,
      fields: { ...Object.fromEntries(sent.map((control) => [control.name, control.value])), ...answers },
    };
  }
}

function contains(form, kind, attribute, value) {
  return form.controls.some((control) => control.kind === kind && control[attribute] === value);
}

function attributes(tag) {
  return Object.fromEntries([...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, unescaped(value)]));
}

function unescaped(html) {
  const characters = { quot: '"', "#39": "'", lt: "<", gt: ">", amp: "&" };
  return html.replace(/&(quot|#39|lt|gt|amp);/g, (_, name) => characters[name]);
}

async function text(response) {
  let all = "";
  for await (const chunk of response.setEncoding("utf8")) {
    all += chunk;
  }
  return all;
}
