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
    this.region.addEventListener("htmx:beforeSwap", (event) => this.arrived(event.detail));
    this.region.addEventListener("htmx:afterRequest", (event) => this.answered(event.detail.successful));
    this.onVisible = () => document.visibilityState === "visible" && this.ask();
    document.addEventListener("visibilitychange", this.onVisible);
    this.onChange = (event) => this.heard(event.detail);
    document.addEventListener("hw:change", this.onChange);
    this.plan(this.pause);
  }

  disconnectedCallback() {
    clearTimeout(this.timer);
    document.removeEventListener("visibilitychange", this.onVisible);
    document.removeEventListener("hw:change", this.onChange);
  }

  plan(pause) {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.ask(), pause);
  }

  /** Something has changed; several changes at once are one. */
  heard(change) {
    if (isAbout(this, change)) {
      this.changed = true;
      this.plan(150);
    }
  }

  ask() {
    const covered = document.documentElement.hasAttribute("data-locked");
    const isWanted = document.visibilityState === "visible" || (this.changed && "urgent" in this.dataset);
    const free = isWanted && !covered && window.htmx;
    if (free && !this.isInUse()) {
      this.asked = this.changed;
      this.changed = false;
      window.htmx.trigger(this.region, "hw:refresh");
    }
    this.plan(free && this.changed ? 1000 : this.pause);
  }

  /** Nothing is taken from under a caret, a pointer, or what somebody has typed and left. */
  isInUse() {
    const isPointedAt = this.region.matches(":hover") && this.region.querySelector("form");
    return this.region.contains(document.activeElement) || isPointedAt || hasTyped(this.region);
  }

  /** Somebody may have reached into the region since it was asked for: it is asked for again later. */
  arrived(answer) {
    if (answer.target === this.region && this.isInUse()) {
      answer.shouldSwap = false;
      this.changed = true;
    }
  }

  answered(successful) {
    const took = performance.now() - this.begun;
    this.pause = successful ? Math.max(this.usual, took * 10) : Math.min(this.pause * 2, 300000);
    document.dispatchEvent(new CustomEvent("hw:answered", { detail: { successful } }));
    this.changed ||= !successful && this.asked;
    this.plan(this.changed ? (successful ? 150 : 5000) : this.pause);
  }
}

/** Whether a part of the page shows what has changed: it names kinds, and one id where it is about one. */
function isAbout(part, change) {
  const kinds = (part.dataset.live || "").split(" ");
  const id = part.dataset.liveId;
  return change.type === "*" ? kinds[0] !== "" : kinds.includes(change.type) && (!id || id === change.id);
}

function hasTyped(part) {
  return [...part.querySelectorAll("input:not([type=hidden]), textarea, select")].some((field) =>
    field.matches("select")
      ? field.selectedIndex !== Math.max(0, [...field.options].findIndex((option) => option.defaultSelected))
      : field.value !== field.defaultValue || field.checked !== field.defaultChecked,
  );
}

/**
 * Hears what has changed, as kinds and ids. One tab has the stream and tells the others; the place where
 * it stands is all that the browser keeps of it.
 */
class Live extends HTMLElement {
  connectedCallback() {
    this.told = [];
    this.others = new BroadcastChannel("hw-live");
    this.others.onmessage = (event) => this.heard(event.data);
    document.addEventListener("hw:locked", () => this.end());
    document.addEventListener("hw:unlocked", () => this.begin());
    window.addEventListener("beforeunload", () => (this.left = Date.now()));
    window.addEventListener("pagehide", () => this.end());
    window.addEventListener("pageshow", (event) => event.persisted && this.begin());
    this.begin();
  }

  begin() {
    if (this.turn) {
      return;
    }
    this.turn = new AbortController();
    this.others.postMessage({ what: "begun" });
    const signal = this.turn.signal;
    const ended = new Promise((end) => signal.addEventListener("abort", end));
    const lead = () => {
      if (!signal.aborted) {
        this.open();
      }
      return ended;
    };
    if (navigator.locks) {
      navigator.locks.request("hw-live", { signal }, lead).catch(() => {});
    } else {
      lead();
    }
  }

  end() {
    clearTimeout(this.again);
    this.source?.close();
    this.source = undefined;
    this.turn?.abort();
    this.turn = undefined;
  }

  open() {
    const place = this.place();
    const source = new EventSource(place ? "/live?after=" + encodeURIComponent(place) : "/live");
    const on = (name, act) => source.addEventListener(name, (event) => act(JSON.parse(event.data), event));
    let orderly = false;
    this.source = source;
    this.parts = place ? place.split("~").length : 0;
    source.onopen = () => {
      orderly = false;
      this.pause = 1000;
      this.tell({ what: "connected" });
    };
    source.onerror = () => {
      if (!orderly) {
        this.tell({ what: "lost" });
      }
      orderly = false;
      if (source.readyState === EventSource.CLOSED) {
        this.pause = Math.min((this.pause || 1000) * 2, 30000);
        this.again = setTimeout(() => this.open(), this.pause);
      }
    };
    on("bye", () => (orderly = true));
    on("change", (change) => this.tell({ what: "change", change }));
    on("anew", () => this.tell({ what: "change", change: { type: "*" } }));
    on("here", ({ part }) => this.tell({ what: "here", part }));
    on("away", ({ part }) => this.tell({ what: "away", part }));
    on("place", (_, event) => this.reached(event.lastEventId));
  }

  place() {
    try {
      return localStorage.getItem("hw-live") || "";
    } catch {
      return "";
    }
  }

  /**
   * What changed before a part was first heard of is not told: the page asks once. The next page is made
   * while this one still hears, so what it hears then is told to that page again.
   */
  reached(place) {
    try {
      if (!(Date.now() - this.left < 10000)) {
        localStorage.setItem("hw-live", place);
      }
    } catch {
      /* The next page asks once more than it must. */
    }
    const parts = place.split("~").length;
    if (parts > this.parts) {
      this.tell({ what: "change", change: { type: "*" } });
    }
    this.parts = parts;
  }

  /** Another tab may be shown before it listens, so the last minute is told again. */
  tell(message) {
    const now = Date.now();
    this.told = this.told.filter((each) => now - each.at < 60000);
    this.told.push({ at: now, message });
    this.others.postMessage(message);
    this.apply(message);
  }

  heard(message) {
    if (message.what === "begun") {
      if (this.source) {
        this.told.forEach((each) => this.others.postMessage(each.message));
      }
    } else {
      this.apply(message);
    }
  }

  apply(message) {
    const isChange = message.what === "change";
    const detail = isChange ? message.change : message;
    document.dispatchEvent(new CustomEvent(isChange ? "hw:change" : "hw:connection", { detail }));
  }
}

/**
 * Says that something of high risk has come to the list of this page: in words, in the title, which shows
 * while another tab is open, and with a sound for those who turned it on.
 */
class Urgent extends HTMLElement {
  connectedCallback() {
    [this.text, this.button] = this.children;
    this.known = this.listed();
    this.count = 0;
    this.title = document.title;
    document.addEventListener("htmx:afterSwap", () => this.look());
    for (const use of ["keydown", "pointerdown"]) {
      document.addEventListener(use, () => this.show(0), { passive: true });
    }
    this.button.addEventListener("click", () => this.turn());
    this.button.hidden = false;
    this.label();
  }

  listed() {
    return new Set([...document.querySelectorAll("[data-hw-urgent]")].map((each) => each.dataset.hwUrgent));
  }

  look() {
    const come = [...this.listed()].filter((id) => !this.known.has(id));
    come.forEach((id) => this.known.add(id));
    if (come.length > 0) {
      this.show(this.count + come.length);
      this.ring();
    }
  }

  show(count) {
    if (count !== this.count) {
      this.count = count;
      this.text.textContent = count ? this.text.dataset.text.replace("#", count) : "";
      document.title = count ? "(" + count + ") " + this.title : this.title;
    }
  }

  isOn() {
    try {
      return localStorage.getItem("hw-sound") === "on";
    } catch {
      return false;
    }
  }

  turn() {
    try {
      localStorage.setItem("hw-sound", this.isOn() ? "off" : "on");
    } catch {
      /* It stays off. */
    }
    this.label();
    this.ring();
  }

  label() {
    this.button.textContent = this.isOn() ? this.button.dataset.off : this.button.dataset.on;
  }

  /** One tab at a time. A browser plays nothing before somebody has pressed something in the page. */
  ring() {
    if (this.isOn() && window.AudioContext) {
      const play = () => this.play().catch(() => {});
      navigator.locks
        ? navigator.locks.request("hw-sound", { ifAvailable: true }, (mine) => mine && play())
        : play();
    }
  }

  async play() {
    this.audio ??= new AudioContext();
    await this.audio.resume();
    const start = this.audio.currentTime;
    for (const [after, tone] of [
      [0, 660],
      [0.2, 880],
    ]) {
      const voice = this.audio.createOscillator();
      const volume = this.audio.createGain();
      voice.frequency.value = tone;
      volume.gain.setValueAtTime(0.15, start + after);
      volume.gain.exponentialRampToValueAtTime(0.001, start + after + 0.18);
      voice.connect(volume).connect(this.audio.destination);
      voice.start(start + after);
      voice.stop(start + after + 0.2);
    }
    await new Promise((done) => setTimeout(done, 1000));
  }
}

/** Says that the connection is lost, in words. */
class Connection extends HTMLElement {
  connectedCallback() {
    this.text = this.firstElementChild;
    this.good = this.text.textContent;
    this.troubles = new Map();
    window.addEventListener("offline", () => this.note("line", this.dataset.lost));
    window.addEventListener("online", () => this.note("line"));
    document.addEventListener("hw:answered", (event) =>
      this.note("answer", event.detail.successful ? undefined : this.dataset.lost),
    );
    document.addEventListener("hw:connection", (event) => this.heard(event.detail));
  }

  heard({ what, part }) {
    if (what === "connected" || what === "lost") {
      this.note("answer");
      this.note("stream", what === "lost" ? this.dataset.lost : undefined);
    } else {
      this.note(part, what === "away" ? this.dataset[part] : undefined);
    }
  }

  /** Of several troubles the first is said; a lost connection is said before a part that is away. */
  note(where, text) {
    this.troubles.delete(where);
    if (text) {
      this.troubles.set(where, text);
    }
    const all = [...this.troubles.values()];
    const said = all.find((each) => each === this.dataset.lost) || all[0] || this.good;
    if (this.text.textContent !== said) {
      this.text.textContent = said;
    }
    this.toggleAttribute("data-is-lost", all.length > 0);
  }
}

/** Takes a picture that is dropped here, and says so early when it is too large. */
class Drop extends HTMLElement {
  connectedCallback() {
    this.file = this.querySelector("input[type=file]");
    this.addEventListener("dragover", (event) => this.over(event, true));
    this.addEventListener("dragleave", (event) => this.over(event, false));
    this.addEventListener("drop", (event) => this.dropped(event));
    this.file.addEventListener("change", () => this.check());
  }

  over(event, isOver) {
    event.preventDefault();
    this.toggleAttribute("data-over", isOver);
  }

  dropped(event) {
    this.over(event, false);
    if (event.dataTransfer.files.length === 1) {
      this.file.files = event.dataTransfer.files;
      this.check();
    }
  }

  check() {
    const isLarge = [...this.file.files].some((file) => file.size > Number(this.dataset.most));
    this.file.setCustomValidity(isLarge ? this.dataset.tooLarge : "");
    this.file.reportValidity();
  }
}

/** Saves the form while somebody types, and says so. Until it says so, the open page holds the words. */
class Saving extends HTMLElement {
  connectedCallback() {
    this.form = this.closest("form");
    this.discard = document.getElementById("discard");
    this.text = this.firstElementChild;
    this.running = Promise.resolve();
    this.languages = document.querySelectorAll(".hw-languages a");
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
        this.isAway(false);
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
    this.isAway(again);
    if (again) {
      this.plan(5000);
    }
  }

  isAway(away) {
    this.away = away;
    this.toggleAttribute("data-away", away);
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

  /**
   * While nobody answers, the page stays and keeps what was typed. Otherwise no save begins after this, and one that
   * has begun ends first: else its draft would outlive the call.
   */
  async leaveWith(event) {
    if (this.away) {
      event.preventDefault();
      event.stopImmediatePropagation();
      await this.save();
      if (!this.away) {
        event.target.requestSubmit(event.submitter);
      }
      return;
    }
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
    document.dispatchEvent(new CustomEvent("hw:locked"));
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

/** Says how many questions of its part are answered. */
class Answered extends HTMLElement {
  connectedCallback() {
    const part = this.closest("details");
    part.addEventListener("change", () => {
      const answers = part.querySelectorAll("input[type=radio]:checked:not([value=NOT_ASKED])");
      this.textContent = this.dataset.said.replace("{0}", answers.length);
    });
  }
}

customElements.define("hw-answered", Answered);
customElements.define("hw-lock", Lock);
customElements.define("hw-back", Back);
customElements.define("hw-saving", Saving);
customElements.define("hw-errors", Errors);
customElements.define("hw-drop", Drop);
customElements.define("hw-refresh", Refresh);
customElements.define("hw-connection", Connection);
customElements.define("hw-live", Live);
customElements.define("hw-urgent", Urgent);

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
