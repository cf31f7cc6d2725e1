// Everything on these pages works without this script. It only adds comfort: components that
// open and close, focus on the summary of errors, the hide-now key, and drafts of forms.
import { Button, ErrorSummary, Radios, SkipLink } from "govuk-frontend";
import "drafts";

document.body.classList.add("js-enabled");
if ("noModule" in HTMLScriptElement.prototype) {
  document.body.classList.add("govuk-frontend-supported");
}

const components = {
  "govuk-button": Button,
  "govuk-error-summary": ErrorSummary,
  "govuk-radios": Radios,
  "govuk-skip-link": SkipLink,
};

for (const [name, Component] of Object.entries(components)) {
  for (const element of document.querySelectorAll(`[data-module="${name}"]`)) {
    new Component(element);
  }
}

// A visit is often keyed with others near: Escape, twice within a second, covers the page
// until it is pressed again or the cover is touched. Nothing typed is lost.
const cover = document.querySelector("[data-hide-now]");
let pressed = -Infinity;

function toggleCover() {
  cover.hidden = !cover.hidden;
  document.body.classList.toggle("hidden-now", !cover.hidden);
  if (!cover.hidden) {
    cover.querySelector("button").focus();
  }
}

if (cover) {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    const now = event.timeStamp;
    if (!cover.hidden || now - pressed < 1000) {
      toggleCover();
      pressed = -Infinity;
    } else {
      pressed = now;
    }
  });
  cover.querySelector("button").addEventListener("click", toggleCover);
  const opener = document.querySelector("[data-hide-now-open]");
  if (opener) {
    opener.hidden = false;
    opener.addEventListener("click", toggleCover);
  }
}
