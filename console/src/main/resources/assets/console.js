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
    const isPointedAt = this.region.matches(":hover") && this.region.querySelector("form");
    const inUse = this.region.contains(document.activeElement) || isPointedAt;
    const covered = document.documentElement.hasAttribute("data-locked");
    if (document.visibilityState === "visible" && !inUse && !covered && window.htmx) {
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
    document.addEventListener("hw:unlocked", () => this.unsaved && this.plan(0));
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

/**
 * Covers a page that nobody uses and ends its session. What was typed stays in the page and nowhere
 * else, until the same person has signed in again. Use of one tab is use of all.
 */
class Lock extends HTMLElement {
  connectedCallback() {
    this.limit = Number(this.dataset.seconds) * 1000;
    [this.soon, this.cover] = this.children;
    this.wayIn = this.cover.querySelector(".hw-lock__open").parentElement;
    this.word = "ended " + this.dataset.person;
    this.others = new BroadcastChannel("hw-lock");
    this.others.onmessage = (event) => this.heard(event.data);
    for (const use of ["keydown", "pointerdown", "pointermove", "wheel", "touchstart"]) {
      document.addEventListener(use, () => this.use(), { passive: true });
    }
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.open());
    window.addEventListener("focus", () => this.open());
    this.used = Date.now();
    this.timer = setInterval(() => this.locked || this.look(), 1000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    this.others.close();
  }

  use() {
    const now = Date.now();
    if (!this.locked && now - this.used < this.limit) {
      if (now - (this.told || 0) > 5000) {
        this.told = now;
        this.others.postMessage("used");
      }
      this.used = now;
    }
  }

  heard(what) {
    if (what === "used" && !this.locked) {
      this.used = Date.now();
    } else if (what === "locked") {
      this.hide();
    } else if (what === this.word) {
      this.over();
    } else if (what === "back") {
      this.open();
    }
  }

  look() {
    const left = this.limit - (Date.now() - this.used);
    const text = left < 60000 ? this.soon.dataset.text : "";
    if (this.soon.textContent !== text) {
      this.soon.textContent = text;
    }
    return left <= 0 && this.lock();
  }

  async lock() {
    this.hide();
    this.others.postMessage("locked");
    await Promise.allSettled([...document.querySelectorAll("hw-saving")].map((saving) => saving.save()));
    await this.keepEnding();
  }

  async keepEnding() {
    await this.end().catch(() => {});
    if (this.locked && !this.ended) {
      setTimeout(() => this.keepEnding(), 5000);
    }
  }

  /**
   * Whether the session that this page had is over; one that is not must not open it. The secret of a
   * page is old when somebody has signed in again since, so a refusal counts only for one just fetched.
   */
  async end() {
    if (!this.ended) {
      const { person, secret } = await this.whoIsThere();
      const isHers = person === this.dataset.person;
      if (!isHers || (await this.isEnded(secret))) {
        this.over();
        this.others.postMessage(this.word);
      }
    }
    return this.ended;
  }

  async isEnded(secret) {
    const body = new URLSearchParams({ _csrf: secret });
    const answer = await fetch("/lock", { method: "POST", headers: { "HX-Request": "true" }, body });
    return [204, 401, 403].includes(answer.status);
  }

  async whoIsThere() {
    const answer = await fetch("/lock", { headers: { Accept: "application/json", "HX-Request": "true" } });
    if (!answer.ok) {
      throw new Error("The node does not say who is there");
    }
    return answer.json();
  }

  /** From now on a login begins a new session. */
  over() {
    if (this.locked) {
      this.ended = true;
      this.wayIn.hidden = false;
    }
  }

  hide() {
    if (this.locked) {
      return;
    }
    this.locked = true;
    this.soon.textContent = "";
    document.documentElement.setAttribute("data-locked", "");
    this.before = document.activeElement;
    this.wayIn.hidden = true;
    this.cover.hidden = false;
    this.rest().forEach((part) => (part.inert = true));
    this.cover.querySelector("h1").focus();
  }

  rest() {
    return [...document.body.children].filter((part) => part !== this);
  }

  /** Opens for the person who was here; its forms get the secret of the new session. */
  async open() {
    if (!this.locked || this.asking) {
      return;
    }
    this.asking = true;
    try {
      if (!(await this.end())) {
        return;
      }
      const { person, secret } = await this.whoIsThere();
      if (person === this.dataset.person) {
        this.show(secret);
      } else {
        const other = this.cover.querySelector("[role=status]");
        other.textContent = person ? other.dataset.text : "";
      }
    } catch {
      /* The node does not answer; the page stays covered. */
    } finally {
      this.asking = false;
    }
  }

  show(secret) {
    this.dataset.secret = secret;
    document.querySelectorAll("input[name=_csrf]").forEach((field) => (field.value = secret));
    this.locked = false;
    this.ended = false;
    this.used = Date.now();
    document.documentElement.removeAttribute("data-locked");
    this.cover.hidden = true;
    this.rest().forEach((part) => (part.inert = false));
    this.before?.focus?.();
    document.dispatchEvent(new CustomEvent("hw:unlocked"));
  }
}

/** The page after a login beside a locked one: tells the others, and closes where it may. */
class Back extends HTMLElement {
  connectedCallback() {
    const others = new BroadcastChannel("hw-lock");
    others.postMessage("back");
    window.close();
  }
}

customElements.define("hw-lock", Lock);
customElements.define("hw-back", Back);
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
