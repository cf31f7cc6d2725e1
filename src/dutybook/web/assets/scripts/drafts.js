// What is typed into a form is kept on the server while it is typed, for a day, for its writer
// alone; a lost connection loses nothing that stands on the page. Without this script a form is
// what it is: nothing is kept before it is saved.
const WAIT = 1500; // milliseconds after the last key
const AGAIN = 5000; // milliseconds until what could not be kept is tried again
const SKIPPED = new Set(["csrfmiddlewaretoken", "seen_version", "step"]);

function typed(form) {
  return [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && !SKIPPED.has(name),
  );
}

function send(form, address, more = {}) {
  const body = new FormData();
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  body.set("place", location.pathname);
  for (const [name, value] of Object.entries(more)) body.set(name, value);
  return fetch(address, { method: "POST", body, redirect: "manual" });
}

function fill(form, fields) {
  for (const element of form.elements) {
    if (!element.name || SKIPPED.has(element.name)) continue;
    const values = fields.filter(([name]) => name === element.name).map(([, value]) => value);
    if (element.type === "radio" || element.type === "checkbox") {
      element.checked = values.includes(element.value);
    } else if (values.length) {
      [element.value] = values;
    }
    if (values.some(Boolean)) element.closest("details")?.setAttribute("open", "");
    element.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

class Draft {
  constructor(form) {
    this.form = form;
    this.begun = JSON.stringify(typed(form));
    this.kept = this.begun;
    this.status = form.insertAdjacentElement("beforeend", document.createElement("p"));
    this.status.className = "db-draft";
    this.status.setAttribute("role", "status");
    form.addEventListener("input", () => this.soon(WAIT));
    form.addEventListener("submit", (event) => this.sending(event));
  }

  soon(wait) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.keep(), wait);
  }

  async keep() {
    const fields = JSON.stringify(typed(this.form));
    if (fields === this.kept) return;
    try {
      const answer = await send(this.form, this.form.dataset.draft, { fields });
      if (answer.type === "opaqueredirect") {
        this.signedOut();
        return;
      }
      if (!answer.ok) throw new Error(answer.status);
      this.kept = fields;
      this.status.textContent = "Kept, and not saved yet.";
    } catch {
      this.status.textContent =
        "No connection. What you typed stays on this page; leave it open, and save when you have a signal.";
      this.soon(AGAIN);
    }
  }

  signedOut() {
    this.status.textContent =
      "You are signed out. What you typed before is kept, and offered when you sign in and open this form again; copy what you typed since.";
  }

  sending(event) {
    if (navigator.onLine) {
      clearTimeout(this.timer);
      return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.status.textContent =
      "Not saved: there is no connection. What you typed stays on this page; try again when you have a signal.";
  }

  async offer() {
    let found;
    try {
      const answer = await send(this.form, this.form.dataset.draftAsk);
      if (answer.status !== 200) return;
      found = await answer.json();
    } catch {
      return;
    }
    if (JSON.stringify(found.fields) === this.begun) return;
    this.banner(found);
  }

  banner(found) {
    const banner = document.createElement("div");
    banner.className = "db-panel db-panel--warm";
    banner.setAttribute("role", "region");
    banner.setAttribute("aria-label", "What you typed before");
    const said = document.createElement("p");
    said.className = "govuk-body";
    said.textContent = `You typed into this form on ${found.kept} and did not save it.`;
    const use = this.button("Go on with it", "govuk-button", () => {
      fill(this.form, found.fields);
      this.kept = JSON.stringify(typed(this.form));
      banner.remove();
      this.form.querySelector("input:not([type=hidden]), select, textarea")?.focus();
    });
    const drop = this.button("Throw it away", "govuk-button govuk-button--secondary", () => {
      send(this.form, this.form.dataset.draftDrop).catch(() => {});
      banner.remove();
    });
    const group = document.createElement("div");
    group.className = "govuk-button-group";
    group.append(use, drop);
    banner.append(said, group);
    this.form.before(banner);
  }

  button(text, classes, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = classes;
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }
}

for (const form of document.querySelectorAll("form[data-draft]")) {
  if (form.querySelector("input[type=password], input[type=file]")) continue;
  const draft = new Draft(form);
  if (!document.querySelector(".govuk-error-summary")) draft.offer();
}
