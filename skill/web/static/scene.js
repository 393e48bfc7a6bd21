// Draws a scene, the same values that an Echo Show gets (skill/screen/view.py): HTML and SVG. It decides nothing.

const SVG = "http://www.w3.org/2000/svg";
const RING = 276.5; // the length of a circle of radius 44
const SWING_SECONDS = 3;
const PENDING = 0;
const still = window.matchMedia("(prefers-reduced-motion: reduce)");
const figures = new Map();

function make(name, text = "", attributes = {}, ...children) {
  const made = document.createElement(name);
  if (text) made.textContent = text;
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function draw(name, attributes, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const route = (points) => `M${(points.length > 1 ? points : [points[0], points[0]]).map((point) => point.map((one) => one.toFixed(1)).join(" ")).join("L")}`;

/** A figure that can be put anywhere between the start of its movement, 0, and its end, 1. */
export class Figure {
  constructor(strokes, title) {
    this.strokes = strokes;
    this.paths = strokes.map(([tone, width, points]) =>
      draw("path", { d: route(points), "stroke-width": width, style: `stroke: var(--figure-${tone})` }));
    const lines = draw("g", { fill: "none", "stroke-linecap": "round", "stroke-linejoin": "round" }, ...this.paths);
    this.element = draw("svg", { viewBox: "0 0 100 100", role: "img", "aria-label": title, class: "scene-figure" }, lines);
  }

  pose(share) {
    if (share === this.at) return;
    this.at = share;
    this.strokes.forEach(([, , points, start], index) => {
      if (!start) return;
      const now = points.map(([x, y], at) => [start[at][0] + (x - start[at][0]) * share, start[at][1] + (y - start[at][1]) * share]);
      this.paths[index].setAttribute("d", route(now));
    });
  }
}

/** The figure of an exercise, fetched once. */
export async function figureOf(id, title, base = "") {
  if (!figures.has(id)) figures.set(id, fetch(`${base}/figures/${id}.json`).then((answer) => (answer.ok ? answer.json() : [])));
  return new Figure(await figures.get(id), title);
}

/** The body from the front and from the back, with its zones to touch; their names are beside it. */
async function bodyOf(view, touch, base) {
  if (!figures.has("body")) figures.set("body", fetch(`${base}/figures/body.json`).then((answer) => answer.json()));
  const { width, strokes, zones } = await figures.get("body");
  const lines = [0, 50].flatMap((offset) => strokes.map((points) =>
    draw("path", { d: route(points.map(([x, y]) => [x + offset, y])), "stroke-width": points.length > 1 ? width : 1.4 * width })));
  const touched = view.zones.flatMap((choice) => (zones[choice.value === "spine" ? view.region : choice.value] ?? []).map(([x, y, w, h]) => {
    const zone = draw("rect", { x, y, width: w, height: h, rx: 2, class: "zone", "data-value": choice.value });
    zone.addEventListener("click", () => touch(choice));
    return zone;
  }));
  return draw("svg", { viewBox: "0 0 100 100", "aria-hidden": "true", class: "scene-figure scene-body" }, draw("g", {}, ...lines), ...touched);
}

/** The count: number, word and ring at a millisecond, from the frames of the script. */
export class Count {
  constructor(count) {
    this.count = count;
    this.number = make("p", "", { class: "scene-number" });
    this.word = make("p", "", { class: "scene-word" });
    this.where = make("p", "", { class: "scene-where" });
    this.ring = draw("circle", { cx: 50, cy: 50, r: 44, class: "full", "stroke-dasharray": `0 ${RING + 1}` });
    const drawn = draw("svg", { viewBox: "0 0 100 100", "aria-hidden": "true" }, draw("circle", { cx: 50, cy: 50, r: 44 }), this.ring);
    const dial = make("div", "", { class: "scene-dial" }, drawn, this.number);
    this.element = make("div", "", { class: "scene-count", role: "timer", "aria-label": "Count" }, dial, this.word, this.where);
    this.at = 0;
  }

  /** Show the millisecond *ms*, and return where the figure is. */
  show(ms) {
    const { frames, words, stages, places } = this.count;
    if (frames[this.at][0] > ms) this.at = 0;
    while (this.at + 1 < frames.length && ms >= frames[this.at + 1][0]) this.at++;
    const [start, length, number, end, word, stage, place, pose] = frames[this.at];
    const part = Math.max(0, Math.min(1, (ms - start) / length));
    this.#write(this.number, end ? Math.max(0, Math.ceil((end - Math.max(ms, start)) / 1000)) : number);
    this.#write(this.word, words[word]);
    this.#write(this.where, [stages[stage], places[place]].filter(Boolean).join(" · "));
    this.ring.setAttribute("stroke-dasharray", `${(RING * part).toFixed(1)} ${RING + 1}`);
    const moves = still.matches ? Math.round(part) : part;
    return pose === 1 ? moves : pose === 2 ? 1 : pose === 3 ? 1 - moves : 0;
  }

  /** Whether everything is counted at *ms*. */
  over(ms) {
    return ms >= this.count.ms;
  }

  /** The millisecond at which the part begins that is counted after the question in between. */
  get secondPart() {
    const { frames } = this.count;
    const pause = frames.findIndex((frame, index) => index && frame[2] === 0);
    return pause < 0 ? PENDING : frames[pause + 1][0];
  }

  #write(element, text) {
    if (element.textContent !== String(text)) element.textContent = text;
  }
}

/** The screen: shows one view at a time, and tells what is touched. */
export class Screen {
  #view = null;
  #count = null;
  #figure = null;
  #began = null;

  constructor(place, { clock, touched, base = "" }) {
    Object.assign(this, { place, clock, touched, base });
    const frame = () => {
      this.#tick();
      requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  }

  /** Show *view*; its count begins at the second *began* of the clock, null when it does not. */
  async show(view, began) {
    this.#view = view;
    this.#count = view.count ? new Count(view.count) : null;
    this.#began = began;
    this.#figure = view.figure ? await figureOf(view.figure, view.title, this.base) : null;
    const body = view.zones ? await bodyOf(view, (choice) => this.#touch(choice, view), this.base) : null;
    if (this.#view === view) this.#put(view, body);
  }

  /** The second part of a long count begins at the second *began* of the clock. */
  goOn(began) {
    if (this.#count) this.#began = began - this.#count.secondPart / 1000;
  }

  /** The millisecond of the count that is shown; -1 outside a count. */
  get ms() {
    return this.#count && this.#began !== null ? Math.max(0, (this.clock.position - this.#began) * 1000) : -1;
  }

  #tick() {
    if (!this.#figure && !this.#count) return;
    if (!this.#count) return this.#figure.pose(still.matches ? 1 : 0.5 - 0.5 * Math.cos((performance.now() / 1000 / SWING_SECONDS) * Math.PI));
    const ms = Math.max(0, this.ms);
    const pose = this.#count.show(ms);
    this.#figure?.pose(pose);
    if (this.#count.over(ms) && this.#view.then) this.show(this.#view.then, null);
  }

  #touch({ act, value }, view) {
    this.touched(["touch", act, value, view.state, this.ms], act);
  }

  #put(view, body) {
    this.place.dataset.look = view.look;
    const middle = make("div", "", { class: "scene-middle" });
    if (this.#figure) middle.append(this.#figure.element);
    if (body) middle.append(body);
    middle.append(view.count ? this.#count.element : this.#words(view));
    if (view.zones) middle.append(this.#choices(view.zones, view, "scene-zones"));
    if (view.numbers) middle.append(this.#choices(view.numbers, view, "scene-numbers"));
    const heading = make("div", "", { class: "scene-heading" }, make("h2", view.title), make("p", view.place ?? ""));
    const coming = view.coming && view.count ? [make("p", view.coming, { class: "scene-coming" })] : [];
    const choices = view.choices.length ? [this.#choices(view.choices, view, "scene-choices")] : [];
    this.place.replaceChildren(heading, middle, ...coming, ...choices);
  }

  #words(view) {
    const words = make("div", "", { class: "scene-words" });
    if (view.number) words.append(make("p", view.number, { class: "scene-number" }));
    if (view.plot) words.append(plot(view.plot));
    if (view.plan) words.append(make("ol", "", {}, ...view.plan.map(planned)));
    for (const { text } of view.lines) words.append(make("p", text));
    if (view.question) words.append(make("p", view.question, { class: "scene-question" }));
    return words;
  }

  #choices(choices, view, kind) {
    const buttons = choices.map((choice) => {
      const { label, act, value, tone } = choice;
      const button = make("button", label, { type: "button", "data-act": act, "data-value": value, "data-tone": tone });
      button.addEventListener("click", () => this.#touch(choice, view));
      return button;
    });
    return make("div", "", { class: kind }, ...buttons);
  }
}

function planned({ name, done, now }) {
  const item = make("li", name, done ? { class: "done" } : {});
  if (now) item.setAttribute("aria-current", "step");
  return item;
}

function plot({ weeks, zones, minutes, places }) {
  const bars = weeks.map(({ part }, index) => draw("rect", { x: 4 + index * 16, width: 10, y: 58 - 26 * part, height: 26 * part }));
  const dots = zones.map(({ x, y }) => draw("circle", { cx: 4 + 92 * x, cy: 4 + 22 * y, r: 1.6 }));
  const title = draw("title", {});
  title.textContent = `${minutes}: ${weeks.map((week) => week.minutes).join(", ")}. ${zones.length ? places : ""}`;
  return draw("svg", { viewBox: "0 0 100 60", role: "img", class: "scene-plot" }, title, ...bars, ...dots);
}
