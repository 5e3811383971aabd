/* The part of a picture that is shown: drawn on it, or chosen by keys. The numbers are what is sent. */

const SIDES = ["left", "top", "width", "height"];
const STEP = 10;
const LEAST = 10;

/** Shows the picture with a frame over it. Without a picture, or without scripts, the numbers are typed. */
class Crop extends HTMLElement {
  connectedCallback() {
    this.picture = document.getElementById(this.dataset.picture);
    this.fields = SIDES.map((side) => this.querySelector("[name=" + side + "]"));
    this.picture?.decode().then(
      () => this.build(),
      () => {},
    );
  }

  /** Of the picture that the page has already: it is not asked for again. */
  build() {
    this.most = { width: this.picture.naturalWidth, height: this.picture.naturalHeight };
    this.stage = made("div", "hw-crop__stage");
    this.stage.style.maxInlineSize = Math.max(240, Math.min(480, this.most.width)) + "px";
    const whole = this.stage.appendChild(made("canvas"));
    Object.assign(whole, this.most).getContext("2d").drawImage(this.picture, 0, 0);
    this.frame = this.stage.appendChild(this.madeFrame());
    this.said = made("output", "hw-crop__said");
    this.said.setAttribute("aria-live", "off");
    this.preview = made("canvas");
    this.preview.setAttribute("aria-hidden", "true");
    const preview = made("figure", "hw-crop__preview");
    preview.append(this.preview, made("figcaption", "", this.dataset.preview));
    const how = made("p", "govuk-hint", this.dataset.how);
    how.id = "crop-how";
    const reset = made("button", "hw-plain", this.dataset.reset);
    reset.type = "button";
    reset.addEventListener("click", () => this.choose(null));
    const tool = made("div", "hw-crop");
    tool.append(this.stage, preview);
    this.prepend(how, tool, this.said, reset);
    this.fields.forEach((field) => field.addEventListener("input", () => this.show(this.typed())));
    this.stage.addEventListener("pointerdown", (event) => this.grasp(event));
    this.frame.addEventListener("keydown", (event) => this.key(event));
    this.show(this.typed());
  }

  madeFrame() {
    const frame = made("div", "hw-crop__frame");
    frame.tabIndex = 0;
    const says = {
      role: "slider",
      "aria-label": this.dataset.name,
      "aria-describedby": "crop-how",
      "aria-valuemin": 0,
      "aria-valuemax": this.most.width,
    };
    Object.entries(says).forEach(([name, value]) => frame.setAttribute(name, value));
    for (const corner of ["nw", "ne", "sw", "se"]) {
      const handle = frame.appendChild(made("span", "hw-crop__corner"));
      handle.dataset.corner = corner;
    }
    return frame;
  }

  /** The part that the numbers say; none while they are empty, half typed or beside the picture. */
  typed() {
    const texts = this.fields.map((field) => field.value.trim());
    if (!texts.every((text) => /^[0-9]{1,5}$/.test(text))) {
      return null;
    }
    const [left, top, width, height] = texts.map(Number);
    const fits = left + width <= this.most.width && top + height <= this.most.height;
    return fits && width > 0 && height > 0 ? { left, top, width, height } : null;
  }

  choose(part) {
    this.fields.forEach((field, side) => (field.value = part ? part[SIDES[side]] : ""));
    this.show(part);
  }

  show(part) {
    this.chosen = part;
    const { left, top, width, height } = this.shown();
    const percent = (pixels, of) => (100 * pixels) / of + "%";
    Object.assign(this.frame.style, {
      left: percent(left, this.most.width),
      top: percent(top, this.most.height),
      width: percent(width, this.most.width),
      height: percent(height, this.most.height),
    });
    this.frame.toggleAttribute("data-whole", !part);
    const said = part
      ? [left, top, width, height].reduce((text, each, i) => text.replace("{" + i + "}", each), this.dataset.value)
      : this.dataset.whole;
    this.frame.setAttribute("aria-valuenow", left);
    this.frame.setAttribute("aria-valuetext", said);
    this.said.textContent = said;
    const scale = 200 / Math.max(width, height);
    this.preview.width = Math.max(1, Math.round(width * scale));
    this.preview.height = Math.max(1, Math.round(height * scale));
    this.preview
      .getContext("2d")
      .drawImage(this.picture, left, top, width, height, 0, 0, this.preview.width, this.preview.height);
  }

  shown() {
    return this.chosen || { left: 0, top: 0, ...this.most };
  }

  /** Arrows move the part; with Shift they move its lower right corner. */
  key(event) {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    event.preventDefault();
    const [x, y] = way.map((each) => each * STEP);
    const { left, top, width, height } = this.shown();
    this.choose(
      event.shiftKey
        ? {
            left,
            top,
            width: between(width + x, LEAST, this.most.width - left),
            height: between(height + y, LEAST, this.most.height - top),
          }
        : this.moved(left + x, top + y),
    );
  }

  moved(left, top) {
    const { width, height } = this.shown();
    return {
      left: between(left, 0, this.most.width - width),
      top: between(top, 0, this.most.height - height),
      width,
      height,
    };
  }

  /** A corner changes the size, the part itself moves, and anywhere else a new part begins. */
  grasp(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.frame.focus({ preventScroll: true });
    const from = this.at(event);
    const { left, top, width, height } = this.shown();
    const corner = event.target.dataset.corner;
    const isMoved = !corner && this.chosen && event.target === this.frame;
    const fixed = corner
      ? { x: corner.endsWith("w") ? left + width : left, y: corner.startsWith("n") ? top + height : top }
      : from;
    const move = (now) => {
      const to = this.at(now);
      this.choose(isMoved ? this.moved(left + to.x - from.x, top + to.y - from.y) : this.spanned(fixed, to));
    };
    const end = () => {
      this.stage.removeEventListener("pointermove", move);
      this.stage.removeEventListener("pointerup", end);
      this.stage.removeEventListener("pointercancel", end);
    };
    this.stage.setPointerCapture(event.pointerId);
    this.stage.addEventListener("pointermove", move);
    this.stage.addEventListener("pointerup", end);
    this.stage.addEventListener("pointercancel", end);
  }

  /** Where the pointer is, in pixels of the picture. */
  at(event) {
    const box = this.stage.getBoundingClientRect();
    const x = Math.round(((event.clientX - box.left) * this.most.width) / box.width);
    const y = Math.round(((event.clientY - box.top) * this.most.height) / box.height);
    return { x: between(x, 0, this.most.width), y: between(y, 0, this.most.height) };
  }

  spanned(one, other) {
    const left = Math.min(one.x, other.x, this.most.width - LEAST);
    const top = Math.min(one.y, other.y, this.most.height - LEAST);
    return {
      left,
      top,
      width: Math.max(Math.abs(one.x - other.x), LEAST),
      height: Math.max(Math.abs(one.y - other.y), LEAST),
    };
  }
}

function made(name, style = "", text = "") {
  const element = document.createElement(name);
  element.className = style;
  element.textContent = text;
  return element;
}

function between(value, least, most) {
  return Math.max(Math.min(least, most), Math.min(value, most));
}

customElements.define("hw-crop", Crop);
