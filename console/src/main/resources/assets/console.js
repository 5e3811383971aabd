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
    this.discard = document.getElementById("discard");
    this.text = this.firstElementChild;
    this.running = Promise.resolve();
    this.languages = document.querySelectorAll(".hw-top__languages a");
    this.form.addEventListener("input", () => this.typed());
    this.form.addEventListener("submit", (event) => this.leaveWith(event));
    this.discard.addEventListener("submit", (event) => this.leaveWith(event));
    this.languages.forEach((link) => link.addEventListener("click", (event) => this.follow(event)));
    window.addEventListener("pagehide", () => this.unsaved && !this.done && !this.busy && this.send(true));
    window.addEventListener("pageshow", () => (this.done = false));
    this.stay();
  }

  typed() {
    this.unsaved = true;
    this.plan(800);
  }

  plan(pause) {
    clearTimeout(this.timer);
    if (!this.done) {
      this.timer = setTimeout(() => this.save(), pause);
    }
  }

  /** One save at a time: each needs the version of the one before. */
  save() {
    this.running = this.running.then(() => (this.unsaved && !this.done ? this.send(false) : undefined));
    return this.running;
  }

  async send(keepalive) {
    this.unsaved = false;
    this.busy = true;
    const body = new URLSearchParams(new FormData(this.form));
    this.form.elements.draftTried.value = "true";
    try {
      const answer = await fetch("/intake/drafts", {
        method: "POST",
        headers: { "HX-Request": "true" },
        body,
        keepalive,
      });
      const said = answer.headers.get("Content-Type")?.includes("json") ? await answer.json() : {};
      this.text.textContent = said.text || this.text.dataset.unsaved;
      if (answer.ok) {
        this.form.elements.draft.value = said.draft;
        this.form.elements.draftSeen.value = said.seen;
        this.stay();
      } else {
        this.failed(answer.status >= 500);
      }
    } catch {
      this.text.textContent = this.text.dataset.unsaved;
      this.failed(true);
    } finally {
      this.busy = false;
    }
  }

  failed(again) {
    this.unsaved = true;
    if (again) {
      this.plan(5000);
    }
  }

  /** Once there is a draft, reading the page again, in another language too, finds it. */
  stay() {
    const draft = this.form.elements.draft.value;
    if (!draft) {
      return;
    }
    const place = "/intake/drafts/" + draft;
    history.replaceState(null, "", place);
    this.discard.action = place + "/discard";
    this.discard.elements.draftSeen.value = this.form.elements.draftSeen.value;
    this.discard.parentElement.hidden = false;
    this.languages.forEach((link) => {
      link.href = link.pathname + "?to=" + place;
    });
  }

  /** No save begins after this, and one that has begun ends first: else its draft would outlive the call. */
  async leaveWith(event) {
    this.done = true;
    clearTimeout(this.timer);
    if (!this.busy) {
      return;
    }
    event.preventDefault();
    if (!this.leaving) {
      this.leaving = true;
      await this.running;
      this.leaving = false;
      event.target.submit();
    }
  }

  async follow(event) {
    if (this.unsaved || this.busy) {
      event.preventDefault();
      const link = event.currentTarget;
      await this.save();
      location.assign(link.href);
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
