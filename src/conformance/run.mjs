// Runs the clients one after the other, or those named (node run.mjs sdk-1), and prints one table.
import { readFileSync } from "node:fs";
import { endpoint } from "./gatehouse.mjs";

const all = ["sdk-1", "client-2", "inspector", "mcp-remote", "oauth4webapi", "openid-client", "official"];
const named = process.argv.slice(2);
const rows = [];

for (const file of named.length ? named : all) {
  const { client, runs } = await import(`./${file}.mjs`);
  const { version } = JSON.parse(readFileSync(new URL(`node_modules/${client}/package.json`, import.meta.url), "utf8"));
  for (const [era, run] of Object.entries(runs)) {
    const started = performance.now();
    const failure = await run().then(
      () => null,
      (error) => error,
    );
    if (failure) {
      console.error(`\n${client} ${era}:`, failure);
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    rows.push([client, version, era, failure ? "FAILED" : "passed", `${seconds} s`]);
  }
}

const table = [["client", "version", "era", "result", "time"], ...rows];
const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
console.log(`\n${endpoint}`);
table.forEach((row) => console.log(row.map((cell, column) => cell.padEnd(widths[column])).join("  ").trimEnd()));
process.exit(rows.some((row) => row[3] === "FAILED") ? 1 : 0);
