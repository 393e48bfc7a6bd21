// What is seen of the conversation: words as they are spoken, the counter and its ring, the microphone.

import { element } from "./panels.js";

const byId = (id) => document.getElementById(id);

export class Stage {
  #paragraph = null;
  #stages = [];
  #counted = 0;
  #drawn = null;

  you(text, note) {
    this.#paragraph = null;
    const item = element("li", "", { class: "you" });
    item.append(element("span", "You: ", { class: "who" }), element("q", text));
    if (note) item.append(element("small", ` ${note}`));
    this.#add(item);
  }

  note(text) {
    this.#paragraph = null;
    this.#add(element("li", text, { class: "note" }));
    this.announce(text);
  }

  card(title, text) {
    const item = element("li", "", { class: "card" });
    item.append(element("strong", title || "Card"), element("p", text));
    this.#add(item);
  }

  /** Say for screen readers what a reply says, once. */
  announce(text) {
    byId("announcer").textContent = text;
  }

  coachBegins() {
    this.#paragraph = null;
  }

  /** A new count begins: nothing is known of it yet, so that the ring goes round once for every beat. */
  countBegins() {
    this.#stages = [];
    this.#counted = 0;
    this.#drawn = null;
  }

  /** What is done in the count and for how long, so that the ring goes round once for a whole hold or rest. */
  knowCount(stages) {
    let startMs = 0;
    this.#stages = stages.map(({ seconds }) => {
      const stage = { startMs, ms: seconds * 1000 };
      startMs += stage.ms;
      return stage;
    });
  }

  setSpeed(speed) {
    for (const animation of byId("ring").getAnimations()) animation.playbackRate = speed;
  }

  sound(sound, lastingMs, speed) {
    document.dispatchEvent(new CustomEvent("sound", { detail: { ...sound, lastingMs, at: performance.now() } }));
    if (sound.beat) this.#beat(sound.text, lastingMs, speed);
    else this.#words(sound.text, lastingMs / speed);
  }

  silent() {
    this.#drawn = null;
    byId("ring").getAnimations().forEach((animation) => animation.cancel());
    byId("counter").textContent = "";
    this.#paragraph?.querySelectorAll(".hidden").forEach((word) => word.classList.remove("hidden"));
  }

  microphone(state, text) {
    const shown = byId("microphone");
    shown.dataset.state = state;
    shown.textContent = text;
  }

  #beat(text, ms, speed) {
    if (text) byId("counter").textContent = text;
    this.#draw(ms, speed);
    this.#counted += ms;
    if (text) this.#line("count").append(element("span", `${text} · `));
    this.#follow();
  }

  /** Let the ring go round with the hold, rest or movement that this beat is in. */
  #draw(ms, speed) {
    const now = this.#counted;
    const stage = this.#stages.find(({ startMs, ms }) => startMs <= now && now < startMs + ms) ?? { startMs: now, ms };
    if (stage === this.#drawn) return;
    this.#drawn = stage;
    const ring = byId("ring");
    ring.getAnimations().forEach((animation) => animation.cancel());
    const animation = ring.animate([{ strokeDashoffset: 100 }, { strokeDashoffset: 0 }], { duration: stage.ms, fill: "forwards" });
    animation.playbackRate = speed;
    animation.currentTime = now - stage.startMs;
  }

  /** Lay the words out at once and let each be seen when it is spoken, so that nothing moves. */
  #words(text, ms) {
    const line = this.#line("words");
    const words = text.split(" ").map((word) => element("span", `${word} `, { class: "hidden" }));
    line.append(...words);
    this.#follow();
    const letters = text.length + 1;
    let before = 0;
    for (const word of words) {
      setTimeout(() => word.classList.remove("hidden"), (ms * before) / letters);
      before += word.textContent.length;
    }
  }

  #line(kind) {
    if (this.#paragraph?.dataset.kind !== kind) {
      const item = element("li", "", { class: `coach ${kind}`, "data-kind": kind });
      item.append(element("span", kind === "count" ? "Count: " : "Coach: ", { class: "who" }));
      this.#add(item);
      this.#paragraph = item;
    }
    return this.#paragraph;
  }

  #add(item) {
    byId("talk").append(item);
    this.#follow();
  }

  #follow() {
    byId("talk").scrollTop = byId("talk").scrollHeight;
  }
}
