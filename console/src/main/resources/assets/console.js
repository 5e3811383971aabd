/* Small helps of the pages. Everything works without them. */

/** Takes the reader to what is wrong. */
class Errors extends HTMLElement {
  connectedCallback() {
    this.firstElementChild?.focus();
  }
}

/** Asks for a read-only part of the page anew, while somebody can see it; slower when answers are slow. */
class Refresh extends HTMLElement {
  connectedCallback() {
    this.usual = Number(this.dataset.seconds || 30) * 1000;
    this.pause = this.usual;
    this.region = this.firstElementChild;
    this.region.addEventListener("htmx:beforeRequest", () => (this.begun = performance.now()));
    this.region.addEventListener("htmx:afterRequest", (event) => this.answered(event.detail.successful));
    this.onVisible = () => document.visibilityState === "visible" && this.ask();
    document.addEventListener("visibilitychange", this.onVisible);
    this.plan();
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.onVisible);
  }

  plan() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), this.pause);
  }

  ask() {
    const inUse = this.region.contains(document.activeElement);
    if (document.visibilityState === "visible" && !inUse && window.htmx) {
      window.htmx.trigger(this.region, "hw:refresh");
    }
    this.plan();
  }

  answered(successful) {
    const took = performance.now() - this.begun;
    this.pause = successful ? Math.max(this.usual, took * 10) : Math.min(this.pause * 2, 300000);
    document.dispatchEvent(new CustomEvent("hw:answered", { detail: { successful } }));
    this.plan();
  }
}

/** Says that the connection is lost, in words. */
class Connection extends HTMLElement {
  connectedCallback() {
    this.text = this.firstElementChild;
    this.good = this.text.textContent;
    window.addEventListener("offline", () => this.show(false));
    window.addEventListener("online", () => this.show(true));
    document.addEventListener("hw:answered", (event) => this.show(event.detail.successful));
  }

  show(connected) {
    const text = connected ? this.good : this.dataset.lost;
    if (this.text.textContent !== text) {
      this.text.textContent = text;
    }
    this.toggleAttribute("data-is-lost", !connected);
  }
}

/** Saves the form while somebody types, and says so. Until it says so, the open page holds the words. */
class Saving extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.text = this.firstElementChild;
    this.form.addEventListener("input", () => this.plan(800));
  }

  plan(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), pause);
  }

  async save() {
    if (this.under) {
      this.again = true;
      return;
    }
    this.under = true;
    try {
      const answer = await fetch("/intake/drafts", {
        method: "POST",
        headers: { "HX-Request": "true" },
        body: new URLSearchParams(new FormData(this.form)),
      });
      const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      this.text.textContent = said.text || this.text.dataset.unsaved;
      if (answer.ok) {
        this.form.elements.draft.value = said.draft;
        this.form.elements.draftSeen.value = said.seen;
        history.replaceState(null, "", "/intake/drafts/" + said.draft);
      } else if (answer.status >= 500) {
        this.plan(5000);
      }
    } catch {
      this.text.textContent = this.text.dataset.unsaved;
      this.plan(5000);
    } finally {
      this.under = false;
      if (this.again) {
        this.again = false;
        this.plan(0);
      }
    }
  }
}

customElements.define("hw-saving", Saving);
customElements.define("hw-errors", Errors);
customElements.define("hw-refresh", Refresh);
customElements.define("hw-connection", Connection);

/* A pressed button waits for its answer, and says so. */
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("[data-hw-form]")) {
    return;
  }
  if (form.dataset.sent) {
    event.preventDefault();
    return;
  }
  form.dataset.sent = "true";
  const button = event.submitter;
  if (button?.dataset.waiting) {
    button.dataset.usual = button.textContent;
    button.textContent = button.dataset.waiting;
    button.setAttribute("aria-disabled", "true");
  }
});

/* Back to a page that the browser kept: its buttons work again, with the same key. */
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sent]").forEach((form) => {
    delete form.dataset.sent;
    form.querySelectorAll("[data-usual]").forEach((button) => {
      button.textContent = button.dataset.usual;
      button.removeAttribute("aria-disabled");
    });
  });
});
