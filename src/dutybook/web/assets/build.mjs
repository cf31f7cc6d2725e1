// Builds the pages' styles and scripts into src/dutybook/web/built, each under a name that
// carries the hash of its content, with manifest.json from plain name to built name.
// The folder is written anew each time, so a file that is no longer made does not linger.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, "..", "..", "..", "..");
const built = join(here, "..", "built");
const packages = join(root, "node_modules");
const unfinished = join(packages, ".dutybook-unfinished");

const manifest = {};

function write(name, content) {
  const digest = createHash("sha256").update(content).digest("hex").slice(0, 12);
  const hashed = name.replace(/(\.[a-z]+)$/, `.${digest}$1`);
  writeFileSync(join(unfinished, hashed), content);
  manifest[name] = hashed;
  return hashed;
}

function style(name) {
  return sass.compile(join(here, "styles", `${name}.scss`), {
    loadPaths: [root, packages],
    style: "compressed",
    quietDeps: true,
  }).css;
}

rmSync(unfinished, { recursive: true, force: true });
mkdirSync(unfinished);

for (const name of ["govuk", "moj", "dutybook"]) {
  write(`${name}.css`, style(name));
}

const components = readFileSync(
  join(packages, "govuk-frontend", "dist", "govuk", "govuk-frontend.min.js"),
  "utf8",
).replace(/\n\/\/# sourceMappingURL=.*\n?$/, "\n");
const componentsName = write("govuk-frontend.js", components);
const draftsName = write("drafts.js", readFileSync(join(here, "scripts", "drafts.js"), "utf8"));
const own = readFileSync(join(here, "scripts", "dutybook.js"), "utf8");
write(
  "dutybook.js",
  own.replace('"govuk-frontend"', `"./${componentsName}"`).replace('"drafts"', `"./${draftsName}"`),
);
write("icon.svg", readFileSync(join(here, "images", "icon.svg"), "utf8"));

writeFileSync(join(unfinished, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
rmSync(built, { recursive: true, force: true });
renameSync(unfinished, built);
console.log(`built ${Object.keys(manifest).length} files into src/dutybook/web/built`);
