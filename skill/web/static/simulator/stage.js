// What is seen of the conversation: words as they are spoken, the counter and its ring, the microphone.

import { element } from "./panels.js";

const byId = (id) => document.getElementById(id);

export class Stage {
  #paragraph = null;
  #drawn = null;

  /** Whether somebody is typing. */
  get typing() {
    return byId("utterance").value !== "";
  }

  /** Show a moment of the timeline that makes no sound. */
  show({ kind, text, title, understood, open }) {
    if (kind === "you") this.you(text, understood);
    if (kind === "note") this.note(text);
    if (kind === "screen") this.card(title, text);
    if (kind === "coach") this.#paragraph = this.#drawn = null;
    if (kind === "microphone") this.microphone(open ? "open" : "closed", open ? "Listening" : "The microphone is closed");
  }

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

  setSpeed(speed) {
    for (const animation of byId("ring").getAnimations()) animation.playbackRate = speed;
  }

  /** Show a sound that lasts *seconds*, as it is heard. */
  sound(moment, seconds, speed) {
    const detail = { text: moment.text, beat: moment.kind === "beat", due: moment.at, lastingMs: seconds * 1000, at: performance.now() };
    document.dispatchEvent(new CustomEvent("sound", { detail }));
    if (detail.beat) this.#beat(moment, speed);
    else this.#words(moment.text, (seconds * 1000) / speed);
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

  #beat({ text, at, since, of }, speed) {
    if (text) byId("counter").textContent = text;
    this.#draw(Math.round((at - since) * 1000), since * 1000, of * 1000, speed);
    if (text) this.#line("count").append(element("span", `${text} · `));
    this.#follow();
  }

  /** Let the ring go round once with the hold, rest or movement that this beat is in. */
  #draw(begun, passed, duration, speed) {
    if (begun === this.#drawn) return;
    this.#drawn = begun;
    const ring = byId("ring");
    ring.getAnimations().forEach((animation) => animation.cancel());
    const animation = ring.animate([{ strokeDashoffset: 100 }, { strokeDashoffset: 0 }], { duration, fill: "forwards" });
    animation.playbackRate = speed;
    animation.currentTime = passed;
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
