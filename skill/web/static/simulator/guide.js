// The audio guide that the Echo's player plays: the server says which and from where, and this lets it be heard.

const FASTEST_RATE = 16; // what browsers take
const CLOSE_SECONDS = 1;

export class Guide {
  #audio = new Audio();
  #url = "";
  #speed = 1;

  constructor(shown, broken) {
    this.shown = shown;
    this.#audio.preservesPitch = true;
    this.#audio.addEventListener("error", () => this.#url && broken());
  }

  get playing() {
    return this.#url !== "";
  }

  pause() {
    this.#audio.pause();
  }

  /** Play what the Echo's player plays, from its offset on, while *clock* waits for the first sound; or be silent. */
  async play({ title, url, offset }, clock) {
    this.shown(title);
    this.#url = url;
    if (!url) return this.pause();
    const path = new URL(url).pathname; // the skill's guides are this server's
    if (!this.#audio.src.endsWith(path)) this.#audio.src = path;
    if (Math.abs(this.#audio.currentTime - offset) > CLOSE_SECONDS) this.#audio.currentTime = offset;
    this.#audio.playbackRate = this.#speed;
    clock.hold("guide");
    await this.#audio.play().catch(() => {}); // "error" says why
    clock.hold("guide", false);
  }

  get speed() {
    return this.#speed;
  }

  set speed(speed) {
    this.#speed = this.#audio.playbackRate = Math.min(speed, FASTEST_RATE);
  }

  clear() {
    this.#url = "";
    this.pause();
    this.shown("");
  }
}
