/* A point that is chosen on a drawing of the ground, by pointer or by keys. The field that is typed in is what is sent. */

import { HEIGHT, LAND, NORTH, TOWNS, UNIT_EAST, UNIT_SOUTH, WEST, WIDTH } from "./ground.js";

const SVG = "http://www.w3.org/2000/svg";
const PIXELS = 640;
const PIXELS_HIGH = 400;
const METRES_OF_UNIT = 1106;
const STEP = 16;
const FINE_STEP = 2;
const NEAREST = 1;
const CLOSE = 60;
const TOWNS_NAMED = [0, Infinity, 700, 260];

/** Shows the ground with a mark on it. Without scripts the point is typed. */
class Point extends HTMLElement {
  connectedCallback() {
    this.field = this.querySelector("input");
    const form = this.closest("form");
    this.within = form && form.querySelector("select[name=withinMetres]");
    this.mark = this.typed() || read(this.dataset.seen) || { x: WIDTH / 2, y: HEIGHT / 2 };
    this.chosen = Boolean(this.typed());
    const known = this.chosen || Boolean(this.dataset.seen);
    this.view = { x: this.mark.x, y: this.mark.y, width: known ? CLOSE : WIDTH };
    this.build();
    this.show();
  }

  build() {
    this.stage = made("div", "hw-point__stage");
    this.stage.tabIndex = 0;
    const says = {
      role: "slider",
      "aria-label": this.dataset.name,
      "aria-describedby": "point-how",
      "aria-valuemin": NORTH - HEIGHT / UNIT_SOUTH,
      "aria-valuemax": NORTH,
    };
    Object.entries(says).forEach(([name, value]) => this.stage.setAttribute(name, value));
    this.svg = drawn("svg", { "aria-hidden": "true", focusable: "false" });
    this.stage.append(this.svg);
    this.said = made("output", "hw-point__said");
    this.said.setAttribute("aria-live", "off");
    const how = made("p", "govuk-hint", this.dataset.how);
    how.id = "point-how";
    const zoom = made("p", "hw-point__zoom");
    zoom.append(
      this.button(this.dataset.nearer, () => this.zoom(0.5)),
      this.button(this.dataset.farther, () => this.zoom(2)),
      this.button(this.dataset.take, () => this.take()),
    );
    this.prepend(how, this.stage, this.said, zoom);
    this.stage.addEventListener("pointerdown", (event) => this.press(event));
    this.stage.addEventListener("keydown", (event) => this.key(event));
    this.field.addEventListener("input", () => this.follow());
    this.within?.addEventListener("change", () => this.show());
    new ResizeObserver(() => this.show()).observe(this.stage);
  }

  button(text, press) {
    const button = made("button", "hw-plain", text);
    button.type = "button";
    button.addEventListener("click", press);
    return button;
  }

  /** The point in the field; none while it is empty or half typed. */
  typed() {
    return read(this.field.value);
  }

  follow() {
    const point = this.typed();
    if (point) {
      this.mark = point;
      this.chosen = true;
      this.view.x = point.x;
      this.view.y = point.y;
    }
    this.show();
  }

  /** Writes the point into the field; how far off it may be, where nobody has said that yet. */
  take() {
    this.field.value = this.text();
    if (this.within && !this.within.value) {
      const metres = STEP * this.unit() * METRES_OF_UNIT;
      const choices = [...this.within.options].filter((option) => option.value);
      const fits = choices.find((option) => Number(option.value) >= metres) || choices.at(-1);
      this.within.value = fits ? fits.value : "";
    }
    this.chosen = true;
    this.field.dispatchEvent(new Event("change", { bubbles: true }));
    this.show();
    this.said.setAttribute("aria-live", "polite");
  }

  text() {
    return (
      (NORTH - this.mark.y / UNIT_SOUTH).toFixed(4) + ", " + (WEST + this.mark.x / UNIT_EAST).toFixed(4)
    );
  }

  press(event) {
    if (event.button !== 0) {
      return;
    }
    event.preventDefault();
    this.stage.focus({ preventScroll: true });
    const box = this.svg.getBoundingClientRect();
    const corner = this.corner();
    this.move(
      corner.x + ((event.clientX - box.left) / box.width) * this.view.width,
      corner.y + ((event.clientY - box.top) / box.height) * this.high(),
    );
    this.take();
  }

  /** Arrows move the mark, with Shift a little; plus and minus go nearer and away; Enter takes the point. */
  key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const step = (event.shiftKey ? FINE_STEP : STEP) * this.unit();
    if (way) {
      this.move(this.mark.x + way[0] * step, this.mark.y + way[1] * step);
    } else if (event.key === "+" || event.key === "=") {
      this.zoom(0.5);
    } else if (event.key === "-") {
      this.zoom(2);
    } else if (event.key === "Enter") {
      this.take();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** The ground follows a mark that leaves it. */
  move(x, y) {
    this.mark = { x: between(x, 0, WIDTH), y: between(y, 0, HEIGHT) };
    const corner = this.corner();
    const margin = STEP * this.unit();
    const isIn =
      this.mark.x >= corner.x + margin &&
      this.mark.x <= corner.x + this.view.width - margin &&
      this.mark.y >= corner.y + margin &&
      this.mark.y <= corner.y + this.high() - margin;
    if (!isIn) {
      this.view.x = this.mark.x;
      this.view.y = this.mark.y;
    }
    this.chosen = this.field.value.trim() === this.text();
    this.show();
  }

  zoom(by) {
    this.view = {
      x: this.mark.x,
      y: this.mark.y,
      width: between(this.view.width * by, NEAREST, WIDTH),
    };
    this.show();
  }

  high() {
    return (this.view.width * PIXELS_HIGH) / PIXELS;
  }

  corner() {
    return { x: this.view.x - this.view.width / 2, y: this.view.y - this.high() / 2 };
  }

  /** One pixel of the drawing as it is shown, in units of the ground. */
  unit() {
    return this.view.width / (this.stage.clientWidth || PIXELS);
  }

  show() {
    const corner = this.corner();
    const unit = this.unit();
    this.svg.setAttribute("viewBox", [corner.x, corner.y, this.view.width, this.high()].join(" "));
    this.svg.replaceChildren(
      drawn("rect", {
        class: "hw-point__sea",
        x: corner.x,
        y: corner.y,
        width: this.view.width,
        height: this.high(),
      }),
      drawn("path", { class: "hw-point__land", d: LAND, "stroke-width": unit }),
      ...this.towns(unit),
      ...this.lastSeen(unit),
      ...this.cross(unit),
    );
    const metres = Number(this.within?.value) || 0;
    const said = fill(this.chosen ? this.dataset.taken : this.dataset.here, this.text(), metres);
    this.stage.setAttribute("aria-valuenow", (NORTH - this.mark.y / UNIT_SOUTH).toFixed(4));
    this.stage.setAttribute("aria-valuetext", said);
    this.said.textContent = said;
  }

  towns(unit) {
    return TOWNS.filter(([, , , rank]) => this.view.width < TOWNS_NAMED[rank]).flatMap(([name, north, east]) => {
      const { x, y } = ground(north, east);
      const text = drawn("text", { class: "hw-point__town", x: x + 6 * unit, y: y + 4 * unit, "font-size": 13 * unit });
      text.textContent = name;
      return [drawn("circle", { class: "hw-point__place", cx: x, cy: y, r: 3 * unit }), text];
    });
  }

  lastSeen(unit) {
    const seen = read(this.dataset.seen);
    const side = 14 * unit;
    return seen
      ? [drawn("rect", { class: "hw-point__seen", x: seen.x - side / 2, y: seen.y - side / 2, width: side, height: side })]
      : [];
  }

  cross(unit) {
    const { x, y } = this.mark;
    const metres = Number(this.within?.value) || 0;
    const arm = 12 * unit;
    return [
      drawn("circle", { class: "hw-point__within", cx: x, cy: y, r: metres / METRES_OF_UNIT, "stroke-width": unit }),
      drawn("path", { class: "hw-point__cross", d: `M${x - arm} ${y}H${x + arm}M${x} ${y - arm}V${y + arm}`, "stroke-width": 3 * unit }),
    ];
  }
}

/** As a person types it: 45.25, 19.84, or 45,25; 19,84. */
function read(text) {
  const point = /^\s*([+-]?\d{1,2}(?:\.\d+)?)\s*[,;\s]\s*([+-]?\d{1,3}(?:\.\d+)?)\s*$/.exec(text || "");
  const commas = /^\s*([+-]?\d{1,2}(?:,\d+)?)\s*[;\s]\s*([+-]?\d{1,3}(?:,\d+)?)\s*$/.exec(text || "");
  const found = point || commas;
  if (!found) {
    return null;
  }
  const [north, east] = found.slice(1).map((each) => Number(each.replace(",", ".")));
  const { x, y } = ground(north, east);
  return x >= 0 && x <= WIDTH && y >= 0 && y <= HEIGHT ? { x, y } : null;
}

function ground(north, east) {
  return { x: (east - WEST) * UNIT_EAST, y: (NORTH - north) * UNIT_SOUTH };
}

function fill(text, ...values) {
  return values.reduce((all, value, i) => all.replace("{" + i + "}", value), text);
}

function made(name, style = "", text = "") {
  const element = document.createElement(name);
  element.className = style;
  element.textContent = text;
  return element;
}

function drawn(name, attributes) {
  const element = document.createElementNS(SVG, name);
  Object.entries(attributes).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

function between(value, least, most) {
  return Math.max(least, Math.min(most, value));
}

customElements.define("hw-point", Point);
